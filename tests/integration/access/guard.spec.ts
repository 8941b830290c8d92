import { Body, Controller, Get, Module, Type } from '@nestjs/common';
import { Caller } from '../../../src/access/caller';
import { Principal } from '../../../src/access/principal';
import { createApp } from '../../../src/bootstrap';
import { Route } from '../../../src/common/http/route.decorator';
import { RouteDefinition } from '../../../src/common/http/route.types';
import { readSettings } from '../../../src/config/read-settings';
import { useTestApp } from '../../support/app';
import { refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { logLines } from '../../support/log-lines';
import { TempFolder } from '../../support/temp-folder';
import { TestClock } from '../../support/test-clock';

const ANSWER = { title: 'Probe', type: 'object', description: '试 · A probe' } as const;
const PROBE: Omit<RouteDefinition, 'path' | 'access'> = {
  method: 'GET',
  tag: 'probes',
  summary: { 'zh-CN': '试', en: 'Probe' },
  responses: { 200: ANSWER },
};

@Controller()
class ProbesController {
  @Route({ ...PROBE, path: '/probes/public', access: 'public' })
  open(): object {
    return {};
  }

  @Route({ ...PROBE, path: '/probes/known', access: 'authenticated' })
  known(@Caller() { name }: Principal): object {
    return { name };
  }

  @Route({ ...PROBE, path: '/probes/measures', access: { permission: 'measures.read' } })
  measures(@Caller() { permissions, reach }: Principal): object {
    return { permissions: [...permissions], reach };
  }
}

@Module({ controllers: [ProbesController] })
class ProbesModule {}

const database = useTestDatabase({ withRules: true });
const { client } = useTestApp(database, { extra: [ProbesModule] });

describe('the guard', () => {
  it('lets everybody use what is public', async () => {
    expect((await client.anonymous().get('/probes/public')).status).toBe(200);
  });

  it('asks who it is for everything else', async () => {
    const answer = await client.anonymous().get('/probes/known');
    expect(refusal(answer)).toBe('401 unauthenticated: credential_missing at /');
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="jifen"');
    expect(refusal(await client.anonymous().get('/probes/measures'))).toMatch(/^401 /);
  });

  it('lets whoever is known use what needs no permission', async () => {
    expect((await client.as({ permissions: ['audit.read'] }).get('/probes/known')).status).toBe(200);
  });

  it('lets through whoever has the permission, and tells the controller who it is', async () => {
    const reach = { kind: 'offices', officeIds: ['00000000-0000-4000-8000-000000000001'] } as const;
    const { status, body } = await client.as({ permissions: ['measures.read'], reach }).get('/probes/measures');
    expect({ status, body }).toEqual({ status: 200, body: { permissions: ['measures.read'], reach } });
  });

  it('names the permission that is missing', async () => {
    const caller = client.as({ permissions: ['measures.complete'] });
    const { status, body } = await caller.get('/probes/measures', { headers: { 'accept-language': 'en' } });
    expect(status).toBe(403);
    expect(body).toMatchObject({
      code: 'forbidden',
      errors: [{ code: 'permission_missing', message: 'This needs the permission measures.read: to see measures.' }],
    });
  });

  it('asks before it looks at what was sent', async () => {
    const body = { nonsense: true };
    expect((await client.anonymous().post('/subjects', body)).status).toBe(401);
    expect((await client.as({ role: 'auditor' }).post('/subjects', body)).status).toBe(403);
  });
});

describe('stating when something became known', () => {
  const batch = (entry: object) => ({ entries: [{ type: 'inspection', key: 'a' }, entry] });
  const stating = batch({ type: 'inspection', key: 'b', knownAt: '2026-01-01' });

  it('needs a permission of its own', async () => {
    const answer = await client.as({ role: 'district_officer' }).post('/inspections/batch', stating);
    expect(refusal(answer)).toBe('403 forbidden: permission_missing at /entries/1/knownAt');
  });

  it('is taken from whoever has it; without it all the rest is', async () => {
    const importer = client.as({ permissions: ['inspections.import', 'history.state_known_at'] });
    expect((await importer.post('/inspections/batch', stating)).status).toBe(200);
    const officer = client.as({ role: 'district_officer' });
    expect((await officer.post('/inspections/batch', batch({ key: 'b' }))).status).toBe(200);
  });
});

describe('a route that does not say who may use it', () => {
  const folder = new TempFolder();
  afterAll(() => folder.remove());
  const start = (controller: Type, imports: Type = class {}): Promise<unknown> => {
    Module({ controllers: [controller] })(imports);
    const settings = readSettings({ LOG_LEVEL: 'silent', DATA_DIR: folder.path });
    const clock = new TestClock('2026-06-15T09:00:00+08:00');
    const connection = { url: database.serviceUrl };
    return createApp({ settings, connection, clock, log: logLines().destination, extra: [imports] });
  };

  it('stops the start where it has no definition', async () => {
    @Controller()
    class Undeclared {
      @Get('/undeclared')
      all(@Body() body: object): object {
        return body;
      }
    }
    await expect(start(Undeclared)).rejects.toThrow('Undeclared.all is no @Route');
  });

  it('stops the start where the definition tells no access', async () => {
    @Controller()
    class Silent {
      @Route({ ...PROBE, path: '/silent' } as RouteDefinition)
      all(): object {
        return {};
      }
    }
    await expect(start(Silent)).rejects.toThrow('Silent.all tells no access');
  });
});
