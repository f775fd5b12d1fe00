/** Projects whose OpenAPI documents are written by their own generators, and what of these is known to be otherwise. */

export interface DocumentedProject {
  /** The name of its checkout's folder, as on GitHub. */
  readonly repository: string;
  /** The project, below the checkout. */
  readonly directory: string;
  /** Its document, below the project. */
  readonly document: string;
  readonly generator: string;
  /** What stands before the document's paths, when the server is told elsewhere. */
  readonly prefix?: string;
  /** Why parts differ, by what {@link Judgement} calls them: `GET /users response 200`, `schema *`; the first counts. */
  readonly exceptions: Readonly<Record<string, string>>;
}

const PAYMENTS = "payments/packages";

/** Routes of karakeep that its document does not have. */
const UNDOCUMENTED = [
  "POST /assets",
  "GET /assets/{}",
  "GET /assets/{}/signed-url",
  "GET /health",
  "GET /metrics",
  "GET /public/assets/{}",
  "POST /v1/bookmarks/singlefile",
  "GET /v1/bookmarks/{}/assets",
  "GET /v1/rss/lists/{}",
  "GET /version",
  "POST /webhooks/stripe",
];

export const documentedProjects: readonly DocumentedProject[] = [
  {
    repository: "bbs-backend",
    directory: "bbs-backend",
    document: "packages/api/swagger.json",
    generator: "nestia",
    exceptions: {},
  },
  {
    repository: "payments",
    directory: `${PAYMENTS}/fake-iamport-server`,
    document: "packages/api/swagger.json",
    generator: "nestia",
    exceptions: {
      "schema IIamportPayment.IQuery": "A query's parameters are written one by one, so nothing refers to the whole.",
    },
  },
  {
    repository: "payments",
    directory: `${PAYMENTS}/fake-toss-payments-server`,
    document: "packages/api/swagger.json",
    generator: "nestia",
    exceptions: {},
  },
  {
    repository: "payments",
    directory: `${PAYMENTS}/payment-backend`,
    document: "packages/api/swagger.json",
    generator: "nestia",
    exceptions: {
      "schema Recordstringstring": "`Record<string, string>` is written where it is used.",
      "schema IIamportPayment.IBasephonekpaykakaopaypaycolpayssgpaytosspayculturelandsmartculturehappymoneybooknlifepoint":
        "It is of another package, with an argument that has no name, so it is written where it is used.",
    },
  },
  {
    repository: "credo-controller",
    directory: "credo-controller",
    document: "src/routes/swagger.json",
    generator: "tsoa",
    exceptions: {},
  },
  {
    repository: "karakeep",
    directory: "karakeep/packages/api",
    document: "../open-api/karakeep-openapi-spec.json",
    generator: "zod-to-openapi, registered apart from the routes",
    prefix: "/v1",
    exceptions: {
      "* response 404": "Procedures throw it in another package; what they throw is `default` in ours.",
      "DELETE /v1/lists/{}/bookmarks/{} response 400": "A procedure throws it.",
      "* response 400": "The answer of the validator's middleware is left open; theirs is not what it sends.",
      "* response 403": "Hono answers its exceptions with text.",
      "* parameter query.includeContent": "It is text, which is tested and made a boolean when it has come in.",
      "GET /v1/bookmarks parameter query.archived": "As `includeContent`.",
      "GET /v1/bookmarks parameter query.favourited": "As `includeContent`.",
      "* parameter query.limit": "The schema of the route asks for an integer.",
      "GET /v1/bookmarks response 200": "The page's cursor has another type where there is none, by the compiler.",
      "* /v1/lists/{}/bookmarks response 200": "As for all bookmarks.",
      "* /v1/tags/{}/bookmarks response 200": "As for all bookmarks.",
      "POST /v1/bookmarks response *": "The answer says whether the bookmark was there already.",
      "PATCH /v1/bookmarks/{} response 200": "The answer has the bookmark's tags.",
      "GET /v1/bookmarks/{}/content response 200": "A type of numbers, no schema, stands at the route.",
      "POST /v1/bookmarks/{}/summarize response 200": "The procedure gives the summary alone.",
      "POST /v1/bookmarks/{}/assets body": "The route's schema has the file's name too.",
      "* /v1/lists* response *": "What has a default is always there in what comes out.",
      "*/lists response 200": "What has a default is always there in what comes out.",
      "*highlights* response *": "What has a default is always there in what comes out.",
      "schema Highlight": "What has a default is always there in what comes out.",
      "GET /v1/tags* response 200": "A record of an enum's values has all of them.",
      "POST /v1/assets body": "The route takes the file by either of two names.",
      "GET /v1/assets/{} *": "The handler reads the header, and answers with bytes: in part where it asks for that.",
      "GET /v1/assets/{}/signed-url response 200": "The handler makes the URL, which has a type alone.",
      "PUT /v1/admin/users/{} body": "The route's schema has the user's id too.",
      "* /v1/admin/* response 200": "The handler answers with `success: true`, and never with false.",
      "GET /v1/backups/{}/download response *": "The handler redirects to the asset.",
      "* /v1/feeds* response *": "A date becomes a text with a format; theirs leaves it out.",
      "schema Feed": "A date becomes a text with a format; theirs leaves it out.",
      "schema *": "The name is given where the document is registered; ours has what schemas and types are called.",
      ...Object.fromEntries(UNDOCUMENTED.map((name) => [name, "The route is not in the document."])),
    },
  },
];
