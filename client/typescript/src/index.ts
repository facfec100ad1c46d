export { PrecheckClient, type ClientOptions, type WaitOptions } from './client.js';
export { NoAnswerError, NotEndedError, PrecheckError, UNEXPECTED_ANSWER } from './errors.js';
export type { CallOptions, Success } from './transport.js';
export * from './generated/index.js';
