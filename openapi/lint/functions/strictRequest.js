// A request takes what the contract names and nothing else, and nothing in it is without bounds.
export default function strictRequest(schema, _options, context) {
  const faults = [];
  walk(schema, [...context.path], faults, new Set());
  return faults;
}

function walk(schema, path, faults, seen) {
  if (!schema || seen.has(schema)) return;
  seen.add(schema);
  const fault = (message) => faults.push({ message: `${path.slice(-3).join('.')}: ${message}`, path });
  for (const word of ['allOf', 'oneOf', 'anyOf', 'not']) {
    if (schema[word]) fault(`${word} is not allowed in requests`);
  }
  if (schema.type === 'object' && schema.additionalProperties !== false) fault('additionalProperties must be false');
  if (schema.type === 'array' && schema.maxItems === undefined) fault('maxItems is missing');
  if (schema.type === 'string' && !schema.enum && schema.maxLength === undefined) fault('maxLength is missing');
  if (['integer', 'number'].includes(schema.type) && schema.minimum === undefined) fault('minimum is missing');
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!(schema.required ?? []).includes(name) && property.nullable !== true) {
      fault(`${name} is optional, so it must be nullable: clients send explicit nulls`);
    }
    walk(property, [...path, 'properties', name], faults, seen);
  }
  walk(schema.items, [...path, 'items'], faults, seen);
}
