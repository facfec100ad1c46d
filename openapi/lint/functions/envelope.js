// Every answer is the envelope: these members, in this order, all of them always present.
const MEMBERS = [
  'success', 'errorDetail', 'code', 'message', 'advice', 'requestId', 'pageNumber', 'pageSize', 'totalCount', 'cost',
  'data',
];

export default function envelope(schema) {
  const expected = MEMBERS.join(', ');
  const faults = [];
  if (Object.keys(schema.properties ?? {}).join(', ') !== expected) {
    faults.push({ message: `the members of an answer must be ${expected}` });
  }
  if ((schema.required ?? []).join(', ') !== expected) {
    faults.push({ message: 'all members of an answer must be required, in their order' });
  }
  if (schema.properties?.data?.nullable !== true) {
    faults.push({ message: 'data must be nullable: it is null on failure' });
  }
  return faults;
}
