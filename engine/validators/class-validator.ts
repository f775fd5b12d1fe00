/** Decorators on the properties of classes: class-validator, class-transformer, and NestJS's for documents. */
import type { JsonSchema } from "../schema-reader.js";
import type { Operation, ValidatorLibrary } from "./library.js";

const set = (keywords: JsonSchema): Operation => ({ does: "set", keywords });
const nothing: Operation = { does: "nothing" };

export const classValidator: ValidatorLibrary = {
  name: "class-validator",
  modules: ["class-validator"],
  namespaces: [],
  functions: {},
  decorators: {
    IsOptional: { does: "optional" },
    IsString: set({ type: "string" }),
    IsBoolean: set({ type: "boolean" }),
    IsNumber: set({ type: "number" }),
    IsInt: set({ type: "integer" }),
    IsObject: set({ type: "object" }),
    IsArray: set({ type: "array" }),
    IsDate: set({ format: "date-time" }),
    IsDateString: set({ format: "date-time" }),
    IsISO8601: set({ format: "date-time" }),
    IsRFC3339: set({ format: "date-time" }),
    IsEmail: set({ format: "email" }),
    IsUrl: set({ format: "uri" }),
    IsUUID: set({ format: "uuid" }),
    IsFQDN: set({ format: "hostname" }),
    IsIP: set({ format: "ip" }),
    IsBase64: set({ contentEncoding: "base64" }),
    IsJWT: set({ format: "jwt" }),
    IsMongoId: set({ pattern: "^[0-9a-fA-F]{24}$" }),
    IsAlpha: set({ pattern: "^[A-Za-z]*$" }),
    IsAlphanumeric: set({ pattern: "^[A-Za-z0-9]*$" }),
    IsHexadecimal: set({ pattern: "^(?:0x|0h)?[0-9A-Fa-f]+$" }),
    IsNumberString: set({ pattern: String.raw`^[+-]?\d+(?:\.\d+)?$` }),
    IsLowercase: set({ pattern: "^[^A-Z]*$" }),
    IsUppercase: set({ pattern: "^[^a-z]*$" }),
    IsPositive: set({ exclusiveMinimum: 0 }),
    IsNegative: set({ exclusiveMaximum: 0 }),
    IsLatitude: set({ minimum: -90, maximum: 90 }),
    IsLongitude: set({ minimum: -180, maximum: 180 }),
    IsPort: set({ pattern: String.raw`^\d{1,5}$` }),
    IsNotEmpty: { does: "limit", limit: "non-empty" },
    Min: { does: "limit", limit: "min" },
    Max: { does: "limit", limit: "max" },
    MinLength: { does: "limit", limit: "min" },
    MaxLength: { does: "limit", limit: "max" },
    Length: { does: "limit-both" },
    IsDivisibleBy: { does: "limit", limit: "multiple-of" },
    ArrayMinSize: { does: "limit", limit: "min" },
    ArrayMaxSize: { does: "limit", limit: "max" },
    ArrayNotEmpty: { does: "limit", limit: "non-empty" },
    ArrayUnique: set({ uniqueItems: true }),
    Matches: { does: "match" },
    Contains: { does: "contain", where: "anywhere" },
    IsEnum: { does: "allow", isOnly: true },
    IsIn: { does: "allow", isOnly: true },
    Equals: { does: "allow", isOnly: true },
    Allow: nothing,
  },
};

export const classTransformer: ValidatorLibrary = {
  name: "class-transformer",
  modules: ["class-transformer"],
  namespaces: [],
  functions: {},
  decorators: { Exclude: { does: "leave-out" }, Expose: { does: "rename" } },
};

export const nestSwagger: ValidatorLibrary = {
  name: "@nestjs/swagger",
  modules: ["@nestjs/swagger"],
  namespaces: [],
  functions: {},
  decorators: {
    ApiProperty: { does: "annotate" },
    ApiPropertyOptional: { does: "annotate", isOptional: true },
    ApiResponseProperty: { does: "annotate" },
    ApiHideProperty: { does: "leave-out" },
  },
};
