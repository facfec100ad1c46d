import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that gives recorded answers in turn, the last one again and again. */
export class RecordedServer {
  readonly requests: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  private readonly recorded: { status: number; body: string }[] = [];

  private constructor(private readonly http: Server) {}

  static async start(): Promise<RecordedServer> {
    const http = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) {
        body += chunk;
      }
      server.requests.push(`${request.url} ${body}`);
      server.headers.push(request.headers);
      const next = server.recorded.length > 1 ? server.recorded.shift() : server.recorded[0];
      if (next && next.status !== 0) {
        response.writeHead(next.status).end(next.body);
      }
    });
    const server = new RecordedServer(http);
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    return server;
  }

  answers(status: number, body: unknown): this {
    this.recorded.push({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });
    return this;
  }

  /** Takes requests and keeps them waiting until it is closed. */
  answersNever(): void {
    this.recorded.push({ status: 0, body: '' });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    if (this.http.listening) {
      this.http.closeAllConnections();
      await new Promise((closed) => this.http.close(closed));
    }
  }
}
