import type { ErrorResponse, Violation } from './generated/models/index.js';

/** The code of an answer that is not the envelope of the contract, say of a proxy. */
export const UNEXPECTED_ANSWER = 'UNEXPECTED_ANSWER';

/** The server has refused a request or has failed. Decide by `code`; the rest is for people. */
export class PrecheckError extends Error {
  override readonly name = 'PrecheckError';
  /** For example `PRECHECK_NOT_FOUND`; be ready for codes you do not know. */
  readonly code: string;
  /** What went wrong, in the server's words; `message` says everything in one line. */
  readonly reason: string;
  /** What to do about it; null if there is nothing. */
  readonly advice: string | null;
  /** The id under which the server's log knows the request; null if somebody else has answered. */
  readonly requestId: string | null;
  /** What is wrong with the members of the request; empty if it is something else. */
  readonly violations: readonly Violation[];

  /** @param httpStatus 200 for most failures of the action form */
  constructor(
    readonly httpStatus: number,
    answer: Partial<ErrorResponse> & { code: string },
    options?: ErrorOptions,
  ) {
    const violations = answer.errorDetail?.violations ?? [];
    const faults = violations.map(({ pointer, message }) => `; ${pointer}: ${message}`).join('');
    super(
      `${answer.message} ${answer.advice} [${answer.code}, HTTP ${httpStatus}, request ${answer.requestId}${faults}]`,
      options,
    );
    this.code = answer.code;
    this.reason = answer.message ?? '';
    this.advice = answer.advice ?? null;
    this.requestId = answer.requestId ?? null;
    this.violations = violations;
  }

  /** Makes the error of an answer without an envelope. */
  static strange(url: string, httpStatus: number, cause?: unknown): PrecheckError {
    const answer = {
      code: UNEXPECTED_ANSWER,
      message: `${url} sent an answer that is not one of Precheck.`,
      advice: 'Check the URL, and whether a proxy stands in between.',
    };
    return new PrecheckError(httpStatus, answer, { cause });
  }
}

/** The server cannot be reached, or not in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(url: string, cause: unknown) {
    // fetch says only "fetch failed"; its own cause says why.
    const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    super(`No answer from ${url}: ${why}`, { cause });
  }
}

/** A precheck has not ended in time. It goes on; wait for it again. */
export class NotEndedError extends Error {
  override readonly name = 'NotEndedError';

  constructor(
    /** The precheck. */
    readonly id: string,
    limitMillis: number,
    seen: string,
  ) {
    super(`Precheck ${id} has not ended within ${limitMillis} ms: ${seen}. It goes on; wait for it again.`);
  }
}
