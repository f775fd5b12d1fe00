const { notify } = require("../services/alerts");

// eslint-disable-next-line no-unused-vars -- Express counts the parameters
function handleErrors(error, req, res, next) {
  res.status(error.status ?? 500).json({ error: error.message, notified: notify(error.message) });
}

module.exports = { handleErrors };
