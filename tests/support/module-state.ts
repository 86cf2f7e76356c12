// What a module keeps beyond a call, found in its syntax: every module-level `let`, every static field that can be set, every
// object of a class that can change, whatever a maker of parts returns, and every constant that its own module writes to.
// Not found: a change through another name, or by another module, which readonly types are there to refuse.
import { parseSync } from '@swc/core';

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Nothing in them can be set. */
const FIXED_CLASSES = /^(RegExp|Error|URL|TextEncoder|TextDecoder|Intl\..+)$/;
/** Collections, where the type says that nobody adds to them. */
const COLLECTIONS = /^(Map|Set)$/;
/** Names of functions that return parts with a state of their own. */
const MAKERS = /^(create|open|start)[A-Z]/;
/** Methods that change what they are called on. */
const CHANGES = /^(set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** All nodes below one, but not those that `isClosed` says are no business of the module's own run. */
function* below(node: unknown, isClosed: (node: Node) => boolean): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* below(one, isClosed);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  if (isNode(node)) {
    if (isClosed(node)) return;
    yield node;
  }
  for (const [key, value] of Object.entries(node)) if (key !== 'span') yield* below(value, isClosed);
}

const isFunction = ({ type }: Node) => /^(Arrow)?Function|^(Class|Object)?Method|^(Getter|Setter)Property/.test(type);
const everything = () => false;

/** `Intl.Segmenter` of `new Intl.Segmenter()`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.value);
  if (node.type === 'MemberExpression') return [nameOf(node.object), nameOf(node.property)].filter(Boolean).join('.');
  return '';
}

/** `A` of `A.b[c].d`. */
function rootOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return rootOf(node.object);
  if (/^(Ts(As|Satisfies|NonNull)|Parenthesis)Expression$/.test(node.type)) return rootOf(node.expression);
  return node.type === 'Identifier' ? String(node.value) : '';
}

/** The name of the type that a declaration is given. */
function typeOf({ id }: Node): string {
  const annotation = ((id as Node).typeAnnotation as Node | null)?.typeAnnotation as Node | undefined;
  return isNode(annotation) ? nameOf(annotation.typeName) : '';
}

/** One phrase for each piece of state, in the order of the text. `allowed`: makers known to return constants. */
export function moduleState(file: string, source: string, allowed: readonly string[] = []): readonly string[] {
  const { body } = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2023' });
  const statements = body.map((one) => ('declaration' in one ? one.declaration : one)) as unknown as readonly Node[];
  const found: string[] = [];
  const constants = new Set<string>();
  for (const statement of statements) {
    if (statement.type === 'ClassDeclaration') {
      for (const member of statement.body as readonly Node[])
        if (member.type === 'ClassProperty' && member.isStatic === true && member.readonly !== true)
          found.push(`static ${nameOf(member.key)}`);
    }
    if (statement.type !== 'VariableDeclaration') continue;
    for (const declared of statement.declarations as readonly Node[]) {
      const name = nameOf(declared.id);
      if (statement.kind !== 'const') {
        found.push(`${String(statement.kind)} ${name}`);
        continue;
      }
      if (name !== '') constants.add(name);
      for (const node of below(declared.init, isFunction)) {
        const callee = nameOf(node.callee);
        if (node.type === 'NewExpression') {
          const isReadonly = COLLECTIONS.test(callee) && typeOf(declared) === `Readonly${callee}`;
          if (!isReadonly && !FIXED_CLASSES.test(callee)) found.push(`${name} holds a new ${callee}`);
        }
        if (node.type === 'CallExpression' && MAKERS.test(callee) && !allowed.includes(callee))
          found.push(`${name} holds what ${callee} makes`);
      }
    }
  }
  for (const node of below(body, everything)) {
    const written =
      node.type === 'AssignmentExpression' && (node.left as Node).type === 'MemberExpression'
        ? node.left
        : node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete')
          ? node.argument
          : node.type === 'CallExpression' && CHANGES.test(nameOf((node.callee as Node).property))
            ? (node.callee as Node).object
            : undefined;
    const root = rootOf(written);
    if (constants.has(root)) found.push(`${root} is written to`);
  }
  return [...new Set(found)];
}
