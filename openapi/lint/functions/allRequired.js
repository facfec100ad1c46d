// In answers every member is always present, so clients never have to tell absent from null. Closed schemas are those of
// requests: a plan that was given comes back as it was given.
export default function allRequired(schema, _options, context) {
  const faults = [];
  walk(schema, [...context.path], faults, new Set());
  return faults;
}

function walk(schema, path, faults, seen) {
  if (!schema || seen.has(schema) || schema.additionalProperties === false) return;
  seen.add(schema);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!(schema.required ?? []).includes(name)) {
      faults.push({ message: `${name} must be required: answers have all members`, path: [...path, 'properties', name] });
    }
    walk(property, [...path, 'properties', name], faults, seen);
  }
  walk(schema.items, [...path, 'items'], faults, seen);
}
