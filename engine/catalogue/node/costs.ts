/**
 * What Node's synchronous functions cost per call, by module and member.
 *
 * Figures: medians on two shared cores of a Linux server with a local disk, Node 20 and 24.
 * A network file system or a cold cache makes every file operation slower by orders of magnitude.
 */
import { brotliQuality, keyPairs, pbkdf2Iterations, primes, scryptCost } from "../argument-figures.js";
import { estimated, measured } from "../cost.js";
import type { ArgumentCost, Cost } from "../row.js";

/** What is written among the arguments changes the cost. */
export const nodeArgumentCosts: Readonly<Record<string, readonly ArgumentCost[]>> = {
  "node:crypto#generateKeyPairSync": keyPairs,
  "node:crypto#generatePrimeSync": primes,
  "node:crypto#pbkdf2Sync": pbkdf2Iterations("2"),
  "node:crypto#scryptSync": scryptCost("3"),
  "node:zlib#brotliCompressSync": brotliQuality,
};

/** For a function that a newer `@types/node` brought and nobody has judged yet. */
export const unjudged: Cost = estimated(1);

export const nodeCosts: Readonly<Record<string, Readonly<Record<string, Cost>>>> = {
  "node:fs": {
    accessSync: measured(0.002),
    appendFileSync: measured(0.007, "200 bytes"),
    chmodSync: measured(0.003),
    chownSync: estimated(0),
    closeSync: measured(0.004, "open and close"),
    copyFileSync: measured(0.2, "a 4 KB file"),
    cpSync: measured(7.3, "a small directory tree"),
    existsSync: measured(0.003),
    fchmodSync: estimated(0),
    fchownSync: estimated(0),
    fdatasyncSync: estimated(2, "a local disk: it waits for the device"),
    fstatSync: measured(0.002),
    fsyncSync: estimated(2, "a local disk: it waits for the device"),
    ftruncateSync: estimated(0),
    futimesSync: estimated(0),
    globSync: estimated(2, "a small directory tree"),
    lchmodSync: estimated(0),
    lchownSync: estimated(0),
    linkSync: measured(0.014),
    lstatSync: measured(0.003),
    lutimesSync: estimated(0),
    mkdirSync: measured(0.022, "one directory"),
    mkdtempDisposableSync: estimated(0),
    mkdtempSync: measured(0.024),
    openSync: measured(0.004, "open and close"),
    opendirSync: measured(0.022),
    readFileSync: measured(0.83, "a 1 MB file"),
    readSync: measured(0.001, "4 KB"),
    readdirSync: measured(0.51, "100 entries"),
    readlinkSync: measured(0.002),
    readvSync: estimated(0, "some KB"),
    realpathSync: measured(0.025),
    "realpathSync.native": measured(0.006),
    renameSync: measured(0.019),
    rmSync: measured(8.9, "a small directory tree"),
    rmdirSync: estimated(0),
    statSync: measured(0.005),
    statfsSync: measured(0.002),
    symlinkSync: measured(0.019),
    truncateSync: measured(0.008),
    unlinkSync: measured(0.008),
    utimesSync: measured(0.003),
    writeFileSync: measured(0.3, "a 4 KB file"),
    writeSync: measured(0.002, "4 KB"),
    writevSync: estimated(0, "some KB"),
    "Dir.closeSync": estimated(0),
    "Dir.readSync": measured(0.05, "the first entry of 100"),
    "Utf8Stream.flushSync": estimated(1, "some KB"),
  },
  "node:child_process": {
    // `true` takes 5 ms: that much for starting a process, before the command has done anything.
    execFileSync: estimated(3, "a command that does some work; starting a process alone takes 5 ms"),
    execSync: estimated(3, "a command that does some work; starting a shell alone takes 5 ms"),
    spawnSync: estimated(3, "a command that does some work; starting a process alone takes 5 ms"),
  },
  "node:crypto": {
    argon2Sync: estimated(3, "parameters that are fit for passwords"),
    checkPrimeSync: measured(115, "2,048 bits"),
    generateKeyPairSync: measured(140, "RSA of 2,048 bits"),
    generateKeySync: measured(0.004, "AES of 256 bits"),
    generatePrimeSync: measured(60, "1,024 bits"),
    hkdfSync: measured(0.03),
    pbkdf2Sync: measured(47, "100,000 iterations"),
    randomFillSync: measured(0.002, "16 bytes"),
    scryptSync: measured(34, "the default parameters"),
  },
  "node:dgram": {
    "Socket.bindSync": estimated(0),
    "Socket.connectSync": estimated(0),
  },
  "node:stream/iter": {
    arrayBufferSync: estimated(1, "some 100 KB"),
    arraySync: estimated(1, "some 100 KB"),
    bytesSync: estimated(1, "some 100 KB"),
    pipeToSync: estimated(1, "some 100 KB"),
    textSync: estimated(1, "some 100 KB"),
  },
  "node:zlib": {
    brotliCompressSync: measured(94, "60 KB at the default quality of 11"),
    brotliDecompressSync: measured(0.056, "60 KB"),
    createZipArchiveSync: estimated(1, "60 KB"),
    deflateRawSync: measured(0.31, "60 KB"),
    deflateSync: measured(0.32, "60 KB"),
    gunzipSync: measured(0.057, "60 KB"),
    gzipSync: measured(0.62, "60 KB"),
    inflateRawSync: measured(0.05, "60 KB"),
    inflateSync: measured(0.05, "60 KB"),
    unzipSync: measured(0.059, "60 KB"),
    zstdCompressSync: estimated(1, "60 KB"),
    zstdDecompressSync: estimated(1, "60 KB"),
    "ZipBuffer.addSync": estimated(1, "60 KB"),
    "ZipBuffer.toBufferSync": estimated(1, "60 KB"),
    "ZipEntry.contentSync": estimated(1, "60 KB"),
    "ZipEntry.createSync": estimated(1, "60 KB"),
    "ZipFile.addEntrySync": estimated(1, "60 KB"),
    "ZipFile.addSync": estimated(1, "60 KB"),
    "ZipFile.closeSync": estimated(0),
    "ZipFile.compactSync": estimated(2, "an archive of some MB"),
    "ZipFile.deleteSync": estimated(1),
    "ZipFile.entriesSync": estimated(0),
    "ZipFile.forEachSync": estimated(1, "some dozen entries"),
    "ZipFile.getSync": estimated(0),
    "ZipFile.openSync": estimated(1, "an archive of some MB"),
    "ZipFile.valuesSync": estimated(0),
  },
};
