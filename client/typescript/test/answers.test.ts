// What no server of today answers, but one of tomorrow may, or a proxy in between.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';

import {
  EndpointRole,
  NoAnswerError,
  NotEndedError,
  PrecheckClient,
  PrecheckError,
  UNEXPECTED_ANSWER,
} from '../src/index.js';
import { RecordedServer } from './recorded-server.js';

const BUSY = { success: false, code: 'SHUTTING_DOWN', message: 'Going down.', advice: 'Try again.', requestId: 'r_2' };

let server: RecordedServer;
beforeEach(async () => {
  server = await RecordedServer.start();
});
afterEach(() => server.close());

const success = (data: unknown) => ({ success: true, errorDetail: null, code: null, requestId: 'r_1', data });

const result = (projectStatus: string) =>
  success({
    projectStatus,
    progress: 40,
    startTime: null,
    later: { a: [1] },
    preCheckResults: [{ name: 'A check', status: 'MAYBE', role: 'MASTER', advice: null, later: 1 }],
  });

const ask = () => new PrecheckClient(server.url).preCheck.getPreCheckResult({ id: 't_1' });

it('keeps words and members of a later version', async () => {
  server.answers(200, result('POSTPONED'));

  const { data } = await ask();

  assert.equal(data.projectStatus, 'POSTPONED');
  assert.equal(data.startTime, null);
  assert.deepEqual((data as unknown as { later: unknown }).later, { a: [1] });
  assert.equal(data.preCheckResults[0]?.status, 'MAYBE');
  assert.equal(data.preCheckResults[0]?.role, EndpointRole.Master);
});

it('sends what is set, below the path of the server, with its headers', async () => {
  server.answers(200, success('t_1'));
  const precheck = new PrecheckClient(`${server.url}/behind/`, { token: 'x' });

  await precheck.preCheck.submitPreCheck({ sourceEndpointId: 'e_1' }, { headers: { 'Idempotency-Key': 'k_1' } });

  assert.deepEqual(server.requests, ['/behind/api/v2/SubmitPreCheck {"sourceEndpointId":"e_1"}']);
  assert.equal(server.headers[0]?.authorization, 'Bearer x');
  assert.equal(server.headers[0]?.['idempotency-key'], 'k_1');
});

const STRANGE = [[502, '<html>Bad gateway</html>'], [404, '{}'], [200, ''], [200, '[]'], [200, 'null']] as const;
for (const [status, body] of STRANGE) {
  it(`names an answer of somebody else so: ${status} ${body}`, async () => {
    server.answers(status, body);

    await assert.rejects(ask(), (strange: unknown) => {
      assert.ok(strange instanceof PrecheckError);
      assert.equal(strange.code, UNEXPECTED_ANSWER);
      assert.equal(strange.httpStatus, status);
      assert.ok(strange.message.startsWith(`${server.url}/api/v2/GetPreCheckResult sent an answer`));
      return true;
    });
  });
}

it('waits for a server that is busy for a moment', async () => {
  server.answers(200, success('t_1')).answers(503, BUSY);
  server.answers(200, result('RUNNING')).answers(200, result('FINISHED'));

  const { projectStatus } = await new PrecheckClient(server.url).submitAndWait({}, { limitMillis: 30_000 });

  assert.equal(projectStatus, 'FINISHED');
  assert.equal(server.requests.length, 4);
});

it('ends the wait at its limit and says what it saw last', async () => {
  server.answers(200, result('RUNNING'));

  await assert.rejects(new PrecheckClient(server.url).wait('t_1', { limitMillis: 2_000 }), {
    name: 'NotEndedError',
    message: 'Precheck t_1 has not ended within 2000 ms: RUNNING, 40 %. It goes on; wait for it again.',
  });
});

it('ends the wait at its limit even in the middle of a request', async () => {
  server.answersNever();

  await assert.rejects(new PrecheckClient(server.url).wait('t_1', { limitMillis: 100 }), (late: unknown) => {
    assert.ok(late instanceof NotEndedError);
    assert.match(late.message, /not answered yet/);
    return true;
  });
});

it('ends the wait when told to', async () => {
  server.answers(200, result('RUNNING'));
  const reason = new Error('No longer wanted.');

  const wait = new PrecheckClient(server.url).wait('t_1', { limitMillis: 30_000, signal: AbortSignal.abort(reason) });

  await assert.rejects(wait, reason);
});

it('ends the wait at a refusal', async () => {
  server.answers(200, { ...BUSY, code: 'PRECHECK_NOT_FOUND' });

  await assert.rejects(new PrecheckClient(server.url).wait('t_1', { limitMillis: 30_000 }), {
    name: 'PrecheckError',
    message: 'Going down. Try again. [PRECHECK_NOT_FOUND, HTTP 200, request r_2]',
  });
  assert.equal(server.requests.length, 1);
});

it('names a server that is not there', async () => {
  const url = server.url;
  await server.close();

  await assert.rejects(new PrecheckClient(url).preCheck.getPreCheckResult({ id: 't_1' }), (away: unknown) => {
    assert.ok(away instanceof NoAnswerError);
    assert.match(away.message, new RegExp(`^No answer from ${url}/api/v2/GetPreCheckResult: .*ECONNREFUSED`));
    return true;
  });
});

it('refuses a password in the URL and does not repeat it', () => {
  for (const url of ['http://joe:s3cret@localhost', 'http://joe:s3cret@local host']) {
    assert.throws(
      () => new PrecheckClient(url),
      (refusal: unknown) => refusal instanceof TypeError && !refusal.message.includes('s3cret'),
    );
  }
});
