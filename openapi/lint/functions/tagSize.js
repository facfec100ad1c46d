// A tag becomes one class in most generators: it must stay small enough to read.
export default function tagSize(paths, options) {
  const sizes = new Map();
  const faults = [];
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const tags = operation.tags ?? [];
      if (tags.length !== 1) {
        faults.push({ message: `${path} must have exactly one tag`, path: ['paths', path, method] });
      }
      tags.forEach((tag) => sizes.set(tag, (sizes.get(tag) ?? 0) + 1));
    }
  }
  for (const [tag, size] of sizes) {
    if (size > options.max) {
      faults.push({ message: `tag ${tag} has ${size} operations; at most ${options.max} are allowed` });
    }
  }
  return faults;
}
