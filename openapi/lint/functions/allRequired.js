// In answers every member is always present, so clients never have to tell absent from null.
export default function allRequired(schema, _options, context) {
  const faults = [];
  walk(schema, [...context.path], faults, new Set());
  return faults;
}

function walk(schema, path, faults, seen) {
  if (!schema || seen.has(schema)) return;
  seen.add(schema);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!(schema.required ?? []).includes(name)) {
      faults.push({ message: `${name} must be required: answers have all members`, path: [...path, 'properties', name] });
    }
    walk(property, [...path, 'properties', name], faults, seen);
  }
  walk(schema.items, [...path, 'items'], faults, seen);
}
