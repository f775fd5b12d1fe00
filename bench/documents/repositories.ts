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
  /** Why parts differ, by what {@link Judgement} calls them: `GET /users response 200`, `schema User`. */
  readonly exceptions: Readonly<Record<string, string>>;
}

const PAYMENTS = "payments/packages";

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
];
