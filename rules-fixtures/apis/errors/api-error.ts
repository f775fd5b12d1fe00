export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
  static conflict(why: string): ApiError {
    return new ApiError(409, "conflict", why);
  }
}
export class NotFoundError extends ApiError {
  constructor(what: string) {
    super(404, "not-found", `${what} not found`);
  }
}
