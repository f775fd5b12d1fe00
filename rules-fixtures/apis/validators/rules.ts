import { body } from "express-validator";

export const credentials = [
  body("email").isEmail().normalizeEmail(),
  body("password").isLength({ min: 8, max: 64 }).withMessage("8 to 64 characters"),
];

export const profile = () => [
  body("age").optional().isInt({ min: 18 }).toInt(),
  body("tags").isArray({ max: 5 }),
  body("tags.*").isString(),
  body("address.city").notEmpty(),
  body("address.zip").optional().isPostalCode("any"),
  body("role").isIn(["admin", "user"]),
];
