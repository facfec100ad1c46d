// The action is named three times (path, x-oms-action, operationId); servers and clients rely on the three being one.
// It is called with POST; what is read with GET is a stream of events.
export default function actionNames(paths) {
  const faults = [];
  for (const [path, item] of Object.entries(paths)) {
    const action = path.split('/').pop();
    const method = item.get ? 'get' : 'post';
    const at = (member) => ['paths', path, method, member];
    if (path !== `/api/v2/${action}` || !/^[A-Z][A-Za-z0-9]*$/.test(action)) {
      faults.push({ message: `${path} is not /api/v2/<Action>`, path: ['paths', path] });
    }
    if (Object.keys(item).join() !== method) {
      faults.push({ message: `${path} must have POST, or GET for a stream, and nothing else`, path: ['paths', path] });
      continue;
    }
    if (item[method]['x-oms-action'] !== action) {
      faults.push({ message: `x-oms-action must be ${action}`, path: at('x-oms-action') });
    }
    const id = action[0].toLowerCase() + action.slice(1);
    if (item[method].operationId !== id) {
      faults.push({ message: `operationId must be ${id}`, path: at('operationId') });
    }
  }
  return faults;
}
