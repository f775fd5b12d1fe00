const Joi = require("joi");

const createBook = { body: Joi.object().keys({ title: Joi.string().required().max(80) }) };

module.exports = { createBook };
