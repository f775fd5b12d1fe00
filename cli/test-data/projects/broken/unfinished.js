export function unfinished( {
  return "never closed;
