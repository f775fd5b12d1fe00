/** Words with at most one space between them. */
const WORDS = /^(\w+\s?)*$/;

const MAX_LENGTH = 16;

exports.isLabel = (text) => WORDS.test(text);

exports.isShortLabel = (text) => text.length <= MAX_LENGTH && WORDS.test(text);
