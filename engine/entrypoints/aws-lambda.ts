/** AWS Lambda: exported handlers, response streams, and middleware with Middy. */
import { chained } from "./chaining.js";
import type { Framework } from "./framework.js";

const handlerTypes = [
  "Handler", "APIGatewayProxyHandler", "APIGatewayProxyHandlerV2", "APIGatewayProxyWithCognitoAuthorizerHandler",
  "APIGatewayProxyWithLambdaAuthorizerHandler", "APIGatewayProxyHandlerV2WithJWTAuthorizer",
  "APIGatewayProxyHandlerV2WithLambdaAuthorizer", "APIGatewayProxyWebsocketHandlerV2", "APIGatewayTokenAuthorizerHandler",
  "APIGatewayRequestAuthorizerHandler", "APIGatewayAuthorizerHandler", "ALBHandler", "AppSyncResolverHandler",
  "CloudFrontRequestHandler", "CloudFrontResponseHandler", "CloudWatchLogsHandler", "CognitoUserPoolTriggerHandler",
  "CustomMessageTriggerHandler", "DynamoDBStreamHandler", "EventBridgeHandler", "KinesisStreamHandler", "LambdaFunctionURLHandler",
  "MSKHandler", "PostConfirmationTriggerHandler", "PreSignUpTriggerHandler", "PreTokenGenerationTriggerHandler",
  "S3Handler", "S3BatchHandler", "ScheduledHandler", "SESHandler", "SNSHandler", "SQSHandler",
];

const eventTypes = [
  "APIGatewayEvent", "APIGatewayProxyEvent", "APIGatewayProxyEventV2", "APIGatewayProxyWebsocketEventV2", "ALBEvent",
  "AppSyncResolverEvent", "CloudFrontRequestEvent", "DynamoDBStreamEvent", "EventBridgeEvent", "KinesisStreamEvent",
  "LambdaFunctionURLEvent", "S3Event", "ScheduledEvent", "SESEvent", "SNSEvent", "SQSEvent",
];

/**
 * Never certain: an instance serves one request at a time, so what stands still while a handler blocks is only what
 * the handler does at the same time.
 */
export const awsLambda: Framework = {
  name: "AWS Lambda",
  page: {
    homepage: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html",
    description:
      "Handlers by their types, by their name, or wrapped with Middy. All are only probable, so the `recommended` preset is silent: an instance serves one request at a time, and what stands still while it blocks is only what the handler does at the same time.",
    examples: ["aws-lambda/typed-handler.ts", "aws-lambda/middy.ts"],
  },
  modules: ["aws-lambda", "@aws-sdk", "aws-sdk", "@aws-lambda-powertools", "@middy"],
  signatures: [
    { functionTypes: handlerTypes, kind: "http", label: "Lambda function {name}", isLikely: true },
    { parameterTypes: eventTypes, kind: "http", label: "Lambda function {name}", isLikely: true },
  ],
  exports: [{ names: ["handler", "lambdaHandler", "default.handler"], kind: "http", label: "Lambda function handler", isLikely: true }],
};

export const awsLambdaStreams: Framework = {
  name: "AWS Lambda response streams",
  partOf: "AWS Lambda",
  modules: ["global"],
  types: { Awslambda: { origins: ["awslambda"] } },
  registrations: [
    { on: ["Awslambda"], members: ["streamifyResponse"], handlers: [{ at: 0 }], effect: "entry", kind: "http", label: "Lambda function", isLikely: true },
  ],
};

export const middy: Framework = {
  name: "Middy",
  partOf: "AWS Lambda",
  modules: ["@middy/core"],
  types: {
    Middy: {
      origins: ["default()", "middy()", ...chained("Middy", ["use", "before", "after", "onError", "handler"])],
      declaredAs: ["@middy/core#MiddyfiedHandler"],
    },
  },
  registrations: [
    { members: ["default", "middy"], handlers: [{ at: 0 }], effect: "entry", kind: "http", label: "Lambda function", isLikely: true },
    { on: ["Middy"], members: ["handler"], handlers: [{ at: 0 }], effect: "entry", kind: "http", label: "Lambda function", isLikely: true },
    { on: ["Middy"], members: ["before", "after", "onError"], handlers: [{ at: 0 }], effect: "entry", kind: "middleware", label: "{member} middleware", isLikely: true },
    {
      on: ["Middy"],
      members: ["use"],
      handlers: [{ at: 0, property: "*" }],
      effect: "entry",
      kind: "middleware",
      label: "{property} middleware",
      isLikely: true,
    },
  ],
};
