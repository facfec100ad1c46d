// The action is named three times (path, x-oms-action, operationId); servers and clients rely on the three being one.
export default function actionNames(paths) {
  const faults = [];
  for (const [path, item] of Object.entries(paths)) {
    const action = path.split('/').pop();
    const at = (member) => ['paths', path, 'post', member];
    if (path !== `/api/v2/${action}` || !/^[A-Z][A-Za-z0-9]*$/.test(action)) {
      faults.push({ message: `${path} is not /api/v2/<Action>`, path: ['paths', path] });
    }
    if (Object.keys(item).join() !== 'post') {
      faults.push({ message: `${path} must have POST and nothing else`, path: ['paths', path] });
      continue;
    }
    if (item.post['x-oms-action'] !== action) {
      faults.push({ message: `x-oms-action must be ${action}`, path: at('x-oms-action') });
    }
    const id = action[0].toLowerCase() + action.slice(1);
    if (item.post.operationId !== id) {
      faults.push({ message: `operationId must be ${id}`, path: at('operationId') });
    }
  }
  return faults;
}
