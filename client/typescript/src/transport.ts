import { NoAnswerError, PrecheckError } from './errors.js';
import type { ErrorResponse } from './generated/models/index.js';

/** An answer of the contract whose `data` is there, because a failure is thrown. */
export type Success<Answer extends { data: unknown }> = Omit<Answer, 'data'> & {
  // The contract's only object without members is NoData, which is always null.
  data: object extends NonNullable<Answer['data']> ? null : NonNullable<Answer['data']>;
};

/** What one call may have of its own. */
export interface CallOptions {
  /** Headers of this request, for example `Idempotency-Key`. */
  headers?: Record<string, string>;
  /** Ends the call early. */
  signal?: AbortSignal;
}

/** Reaches one Precheck server. */
export interface Transport {
  /**
   * Calls one operation. The generated classes do this; call it for an action that they do not know.
   *
   * @param path the operation's path in the contract, for example `/api/v2/GetPreCheckResult`
   * @throws PrecheckError if the server refuses or fails
   * @throws NoAnswerError if the server cannot be reached, or not in time
   */
  call<Answer extends { data: unknown }>(
    path: string,
    request: object,
    options?: CallOptions,
  ): Promise<Success<Answer>>;
}

/** How a {@link Transport} of fetch is set up. */
export interface TransportOptions {
  /** How long one request may take, in milliseconds, more than zero; 30,000 by default. */
  timeoutMillis?: number;
  /** An API token (`pck_…`), or one of an OpenID Connect provider. Without it, the server has to ask nobody. */
  token?: string | undefined;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /**
   * Name actions as OMS does, `POST /api/v2?Action=GetPreCheckResult`. Without it, each action has a path of its own,
   * `POST /api/v2/GetPreCheckResult`.
   */
  actionForm?: boolean;
  /** A fetch of your own, for example with a proxy or a private trust store. */
  fetch?: typeof fetch;
}

/** Creates a transport to the server at this URL; a path in it is a prefix of every request. */
export function fetchTransport(server: string, options: TransportOptions): Transport {
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol)) {
    // A URL that cannot be read is not repeated: there may be a password in it.
    throw new TypeError('The URL of the server cannot be read; write for example http://localhost:8080.');
  }
  const { username, password } = new URL(server);
  if (username !== '' || password !== '') {
    throw new TypeError(
      'The URL of the server must not hold a user or a password. Give an API token as token instead.',
    );
  }
  const base = server.replace(/\/+$/, '');
  const send = options.fetch ?? fetch;
  const login = options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` };

  return {
    async call<Answer extends { data: unknown }>(
      path: string,
      request: object,
      call: CallOptions = {},
    ): Promise<Success<Answer>> {
      const url = base + (options.actionForm ? path.replace(/\/([^/]*)$/, '?Action=$1') : path);
      const json = { 'Content-Type': 'application/json', Accept: 'application/json' };
      const timeout = AbortSignal.timeout(options.timeoutMillis ?? 30_000);
      let status: number;
      let text: string;
      try {
        const response = await send(url, {
          method: 'POST',
          headers: { ...json, ...login, ...options.headers, ...call.headers },
          body: JSON.stringify(request),
          signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
        });
        status = response.status;
        text = await response.text();
      } catch (cause) {
        throw new NoAnswerError(url, cause);
      }
      return read(url, status, text);
    },
  };
}

function read<Answer extends { data: unknown }>(url: string, status: number, text: string): Success<Answer> {
  let answer: Partial<ErrorResponse> | null;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw PrecheckError.strange(url, status, cause);
  }
  if (status === 200 && answer?.success === true) {
    return answer as Success<Answer>;
  }
  if (typeof answer?.code !== 'string') {
    throw PrecheckError.strange(url, status);
  }
  throw new PrecheckError(status, { ...answer, code: answer.code });
}
