import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
interface NewDog {
  name: string;
  age?: number;
}
async function readJson<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8")) as T;
}
function readBody(request: IncomingMessage): Promise<any> {
  return new Promise((resolve, reject) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => resolve(JSON.parse(text)));
    request.on("error", reject);
  });
}
function send<T>(response: ServerResponse, status: number, body: T) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/dogs" && request.method === "POST") {
    const dog = await readJson<NewDog>(request);
    send(response, 201, { id: 1, name: dog.name });
  } else if (pathname === "/dogs" && request.method === "PUT") {
    const dog: NewDog = await readBody(request);
    send(response, 200, dog);
  } else if (pathname === "/dogs" && request.method === "PATCH") {
    const { age } = await readBody(request);
    send(response, 200, { age: Number(age) });
  } else send(response, 404, { error: "no such path" });
}).listen(1);
