/** Books that notes are about, in a database that only has blocking functions. */
import Database from "libsql";

export const db = new Database("books.db");
db.pragma("journal_mode = WAL");
db.exec("CREATE TABLE IF NOT EXISTS books (title TEXT NOT NULL UNIQUE)");
db.exec(
  "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200000) " +
    "INSERT OR IGNORE INTO books SELECT 'Volume ' || n || ' of ' || (n * 7919) % 10007 FROM numbers",
);

interface Book {
  readonly title: string;
}

/** The shortest titles that have the word in them. */
export function find(word: string): string[] {
  const books = db
    .prepare("SELECT title FROM books WHERE title LIKE '%' || ? || '%' ORDER BY length(title), title LIMIT 5")
    .all(word) as Book[];
  return books.map(({ title }) => title);
}

/** @throws when there is one of the same title */
export function add(title: string): number {
  return db.prepare("INSERT INTO books (title) VALUES (?)").run(title).changes;
}
