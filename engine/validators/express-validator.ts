/** express-validator: a chain for each field, of which every validator wants a text. */
import type { JsonSchema } from "../schema-reader.js";
import type { Maker, Operation, ValidatorLibrary } from "./library.js";

const field: Maker = { makes: "schema", schema: {} };
const nothing: Operation = { does: "nothing" };
const set = (keywords: JsonSchema): Operation => ({ does: "set", keywords });
const text = (keywords: JsonSchema = {}): Operation => set({ type: "string", ...keywords });

/** What changes or explains a value, or says of it what JSON Schema has no word for. */
const silent = [
  ...["bail", "if", "run", "custom", "customSanitizer", "withMessage", "hide", "not", "exists", "notEmpty", "isEmpty"],
  ...[
    "blacklist",
    "whitelist",
    "escape",
    "unescape",
    "trim",
    "ltrim",
    "rtrim",
    "stripLow",
    "normalizeEmail",
    "replace",
  ],
  ...["toArray", "toBoolean", "toDate", "toFloat", "toInt", "toLowerCase", "toUpperCase", "isDivisibleBy"],
  ...["isAfter", "isBefore", "contains", "isLowercase", "isUppercase", "isNumeric", "isCurrency"],
];

/** Formats that are texts, for which JSON Schema has no name. */
const texts = [
  ...["isAlpha", "isAlphanumeric", "isAscii", "isBase32", "isBase58", "isBIC", "isBtcAddress", "isCreditCard"],
  ...["isDataURI", "isEAN", "isEthereumAddress", "isFQDN", "isHash", "isHexColor", "isHexadecimal", "isHSL", "isIBAN"],
  ...["isIdentityCard", "isIMEI", "isIP", "isIPRange", "isISBN", "isISIN", "isISO31661Alpha2", "isISO31661Alpha3"],
  ...["isISO4217", "isISRC", "isISSN", "isJSON", "isJWT", "isLatLong", "isLicensePlate", "isLocale", "isMACAddress"],
  ...["isMagnetURI", "isMD5", "isMimeType", "isMobilePhone", "isPassportNumber", "isPostalCode", "isRgbColor"],
  ...["isSemVer", "isSlug", "isStrongPassword", "isTaxID", "isTime", "isVAT"],
];

const lengths = { min: "minLength", max: "maxLength" } as const;
const bounds = { min: "minimum", max: "maximum", gt: "exclusiveMinimum", lt: "exclusiveMaximum" } as const;

export const expressValidator: ValidatorLibrary = {
  name: "express-validator",
  modules: ["express-validator", "express-validator/check"],
  namespaces: [],
  functions: { body: field, check: field, cookie: field, header: field, param: field, query: field },
  methods: {
    ...Object.fromEntries(silent.map((name) => [name, nothing])),
    ...Object.fromEntries(texts.map((name) => [name, text()])),
    optional: { does: "optional" },
    default: { does: "default" },
    isString: text(),
    isLength: { does: "options", keywords: { type: "string" }, options: lengths },
    isByteLength: text(),
    isEmail: text({ format: "email" }),
    isURL: text({ format: "uri" }),
    isUUID: text({ format: "uuid" }),
    isULID: text({ pattern: "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" }),
    isMongoId: text({ pattern: "^[0-9a-fA-F]{24}$" }),
    isBase64: text({ contentEncoding: "base64" }),
    isISO8601: text({ format: "date-time" }),
    isRFC3339: text({ format: "date-time" }),
    isDate: text({ format: "date" }),
    isInt: { does: "options", keywords: { type: "integer" }, options: bounds },
    isFloat: { does: "options", keywords: { type: "number" }, options: bounds },
    isDecimal: set({ type: "number" }),
    isPort: set({ type: "integer", minimum: 0, maximum: 65_535 }),
    isBoolean: set({ type: "boolean" }),
    isObject: set({ type: "object" }),
    isArray: { does: "options", keywords: { type: "array" }, options: { min: "minItems", max: "maxItems" } },
    isIn: { does: "allow", isOnly: true },
    equals: { does: "allow", isOnly: true },
    matches: { does: "match" },
  },
};
