import bcrypt from "bcryptjs";

export function isCorrectPassword(password: string, hash: string): boolean {
  return bcrypt.compareSync(password, hash);
}
