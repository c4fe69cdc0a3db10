/** Who may import whom. For each rule `tests/architecture` plants an import that it must refuse by name. */
const technologies = 'libs/(event-store|bus|scheduler|vault|identity)';
const hosts = 'services/(town|gateway|cli)';
/** Source that runs in a town: no spec, no suite. */
const running = '(?<!\\.(spec|testing))\\.ts$';
const pack = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const drivers = pack('pg', 'kafkajs', '@platformatic/kafka', 'bullmq', 'ioredis', '@kurrent', '@eventstore');
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const betweenPackages = [
  forbid(
    'kernel-imports-nothing',
    'Everything stands on it, so it stands on nothing.',
    { path: `^libs/kernel/.*${running}` },
    { pathNot: '^libs/kernel/' },
  ),
  forbid(
    'working-time-is-pure',
    'A domain may use it only because it is.',
    { path: `^libs/working-time/.*${running}` },
    { pathNot: '^libs/(working-time|kernel)/' },
  ),
  forbid(
    'pack-stands-by-itself',
    'A folder of files can be checked without any service.',
    { path: `^libs/pack/.*${running}` },
    { path: '^(libs|services|contracts|tests)/', pathNot: '^libs/(pack|kernel|working-time)/' },
  ),
  forbid(
    'contracts-know-only-zod',
    'Strangers read them.',
    { path: `^contracts/.*${running}` },
    { pathNot: ['^contracts/', pack('zod')] },
  ),
  forbid(
    'postgres-knows-only-the-kernel',
    'Every PostgreSQL adapter shares it.',
    { path: `^libs/postgres/.*${running}` },
    { path: '^(libs|services|contracts|tests)/', pathNot: '^libs/(postgres|kernel)/' },
  ),
  forbid(
    'documents-know-only-what-is-printed',
    'Whoever prints hands in plain data.',
    { path: `^libs/documents/.*${running}` },
    { path: '^(libs|services|contracts|tests)/', pathNot: '^libs/(documents|kernel)/' },
  ),
  forbid(
    'printing-stays-in-documents',
    'What a service prints is a document, whichever library draws it.',
    { pathNot: '^libs/(documents|testing)/' },
    { path: pack('pdfkit', 'fontkit', 'linebreak', 'pdfjs-dist', '@expo-google-fonts') },
  ),
  forbid(
    'adapters-stay-apart',
    'Each knows the kernel, the contracts and its own technology.',
    { path: `^${technologies}/.*${running}` },
    { path: '^(libs|services|tests)/', pathNot: ['^libs/(kernel|postgres)/', '^libs/$1/'] },
  ),
  forbid(
    'shell-knows-no-service',
    'Services stand on the libraries, never the other way round.',
    { path: '^libs/' },
    { path: '^(services|tests)/' },
  ),
  forbid(
    'services-never-meet',
    'They speak through contracts, on the bus.',
    { path: '^services/([^/]+)/', pathNot: `^${hosts}/` },
    { path: '^services/', pathNot: '^services/$1/' },
  ),
  forbid(
    'drivers-stay-in-their-adapter',
    'A service is given ports.',
    // The stub of KurrentDB is made of what its client brings along.
    { pathNot: `^(${technologies}|libs/postgres|tests|libs/testing/src/kurrentdb)/` },
    { path: drivers },
  ),
  forbid(
    'packages-have-a-front-door',
    'What index.ts does not give is private. Engines have a door of their own, through which no test framework comes.',
    { path: '^((?:libs|services)/[^/]+|contracts|tests)/' },
    {
      path: '^(libs|services|contracts)/.*\\.ts$',
      pathNot: ['^$1/', '/src/index\\.ts$', '^libs/testing/src/engines/index\\.ts$'],
    },
  ),
  forbid(
    'testing-stays-in-specs',
    'No test code runs in a town.',
    { path: `^(services|libs|contracts)/.*${running}`, pathNot: '^libs/testing/' },
    { path: ['^libs/testing/', '\\.testing\\.ts$', pack('@jest', 'fast-check')] },
  ),
  forbid(
    'journeys-enter-by-the-host',
    'A story uses the town as people do.',
    { path: '^tests/journeys/' },
    { path: '^(libs|services)/', pathNot: ['^libs/(testing|kernel)/', `^${hosts}/`] },
  ),
];

/** What of the command line needs an engine or a whole town. */
const ofEngines =
  '^services/cli/src/(whole-town/|commands/(chaos|deliveries|doctor|pack|roles|story|tables|topics|whole-town)\\.ts$)';

const insideAService = [
  forbid(
    'domain-is-pure',
    'It knows itself, the kernel and working time.',
    { path: `^services/([^/]+)/src/domain/.*${running}` },
    { pathNot: ['^services/$1/src/domain/', '^libs/(kernel|working-time)/'] },
  ),
  forbid(
    'views-read-events-only',
    'A view is a fold of events.',
    { path: `^services/([^/]+)/src/views/.*${running}` },
    { pathNot: ['^services/$1/src/(domain|views)/', '^libs/kernel/', '^contracts/'] },
  ),
  forbid(
    'adapters-are-plugged-in-one-place',
    'Only the module knows what stands behind a port.',
    { path: '^services/[^/]+/src/', pathNot: ['\\.module\\.ts$', '\\.spec\\.ts$', '/adapters/'] },
    { path: '^services/[^/]+/src/adapters/' },
  ),
  forbid(
    'nest-stays-at-the-door',
    'Decorators live in http/ and modules, the shell and the bus strategy.',
    {
      path: '^(libs|services|contracts)/',
      pathNot: ['^libs/service/', '^libs/bus/src/strategy\\.ts$', '/http/', '\\.module\\.ts$', `^${hosts}/`],
    },
    { path: pack('@nestjs') },
  ),
  forbid(
    'commands-begin-at-once',
    'What a command needs of an engine or of a whole town is loaded when it is called (`await import`).',
    { path: '^services/cli/src/', pathNot: [ofEngines, '\\.(spec|testing)\\.ts$'] },
    {
      path: [ofEngines, '^libs/(service|bus|event-store|postgres|vault)/', '^services/town/'],
      dynamic: false,
    },
  ),
];

const everywhere = [
  forbid(
    'everything-resolves',
    'An import nobody can follow hides every other rule.',
    {},
    // What is virtual is made while the console is built.
    { couldNotResolve: true, pathNot: '^virtual:' },
  ),
  forbid('no-circles', 'What needs each other is one thing.', {}, { circular: true }),
  forbid(
    'no-orphans',
    'Nobody needs it. What runs in a browser is needed by a page.',
    { orphan: true, pathNot: ['\\.spec\\.ts$', '\\.d\\.ts$', '/browser/'] },
    {},
  ),
];

module.exports = {
  forbidden: [...betweenPackages, ...insideAService, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // Sources first: the rules see across packages, and need no dist.
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
