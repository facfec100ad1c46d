import { NoAnswerError, NotEndedError, PrecheckError } from './errors.js';
import { Operations, PreCheckStatus, type PreCheckResult, type SubmitPreCheckRequest } from './generated/index.js';
import { fetchTransport, type CallOptions, type TransportOptions } from './transport.js';

const FINAL: readonly PreCheckStatus[] = [PreCheckStatus.Finished, PreCheckStatus.Failed, PreCheckStatus.Skipped];
const PASSING = [429, 502, 503, 504];
const ATTEMPTS_WHILE_AWAY = 12;

/** How a client reaches its server. */
export type ClientOptions = TransportOptions;

/** How long to wait. */
export interface WaitOptions extends CallOptions {
  /** How long to wait once the plan is submitted, in milliseconds, more than zero. */
  limitMillis: number;
}

/** Calls one Precheck server. */
export class PrecheckClient extends Operations {
  /**
   * @param server where the server is, for example `http://localhost:8080`; a path is a prefix of every request
   * @throws TypeError if the URL holds a user or a password, which would end up in logs, or is none of a server
   */
  constructor(server: string, options: ClientOptions = {}) {
    super(fetchTransport(server, options));
  }

  /**
   * Submits a plan and waits for its outcome.
   *
   * @returns the outcome; its status is FINISHED, FAILED or SKIPPED
   * @throws PrecheckError if the server refuses or fails
   * @throws NotEndedError if the run has not ended in time; it goes on, see {@link wait}
   * @throws NoAnswerError if the server cannot be reached
   */
  async submitAndWait(plan: SubmitPreCheckRequest, options: WaitOptions): Promise<PreCheckResult> {
    const { data: id } = await this.preCheck.submitPreCheck(plan, options);
    return this.wait(id, options);
  }

  /**
   * Waits for the outcome of a precheck that has been submitted before.
   *
   * It asks again after 0.2 s, then less and less often, at most every 3 s; each pause varies by a fifth, so that many
   * clients do not ask at once. A server that is busy or away for some seconds is no failure: a run outlives it.
   *
   * @returns the outcome; its status is FINISHED, FAILED or SKIPPED
   * @throws PrecheckError if the server refuses or fails
   * @throws NotEndedError if the run has not ended in time; it goes on
   * @throws NoAnswerError if the server cannot be reached for more than half a minute
   * @throws the reason of `signal` if that ends the wait
   */
  async wait(id: string, { limitMillis, signal }: WaitOptions): Promise<PreCheckResult> {
    const deadline = AbortSignal.timeout(limitMillis);
    const end = signal ? AbortSignal.any([signal, deadline]) : deadline;
    let seen = 'not answered yet';
    try {
      for (let pause = 200; ; pause = Math.min(2 * pause, 3_000)) {
        const result = await this.askWhileAway(id, end);
        if (FINAL.includes(result.projectStatus)) {
          return result;
        }
        seen = `${result.projectStatus}, ${result.progress} %`;
        await sleep(pause, end);
      }
    } catch (failure) {
      signal?.throwIfAborted();
      throw deadline.aborted ? new NotEndedError(id, limitMillis, seen) : failure;
    }
  }

  private async askWhileAway(id: string, signal: AbortSignal): Promise<PreCheckResult> {
    for (let attempt = 1, pause = 200; ; attempt++, pause = Math.min(2 * pause, 5_000)) {
      try {
        return (await this.preCheck.getPreCheckResult({ id }, { signal })).data;
      } catch (failure) {
        if (attempt === ATTEMPTS_WHILE_AWAY || !passes(failure) || signal.aborted) {
          throw failure;
        }
      }
      await sleep(pause, signal);
    }
  }
}

/** Whether the server may well answer in a moment. */
function passes(failure: unknown): boolean {
  return failure instanceof PrecheckError ? PASSING.includes(failure.httpStatus) : failure instanceof NoAnswerError;
}

/** Pauses for about this long, or until the signal comes. */
function sleep(pauseMillis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, pauseMillis * (0.8 + 0.4 * Math.random()));
    signal.addEventListener('abort', stop, { once: true });
  });
}
