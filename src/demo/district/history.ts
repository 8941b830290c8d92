import { CivilDate, CompiledRuleSet, deadlineOf } from '../../core';
import { NewInspection, NewRecord } from '../../inspections/new-record';
import { compliantFacts, FlatFacts, nested } from './compliant-facts';
import { Draw } from './draw';
import { Fault, FAULTS, goesWith, overdue, OVERDUE } from './faults';
import { annulled, FindingLife, liveThrough } from './finding-life';
import { certificatesOf } from './inspectors';
import { BUREAU } from './places';
import { Enterprise, PlanInput, PlannedEntry } from './plan.types';
import { Visit } from './visits';

/** What is looked at by a spot check of the bureau. */
const EQUIPMENT = /^(furnaces|emergencyStorage|power|pumps|alarms|cranes|ladles|hooks|lining|site)[.]/;

/** New faults at one inspection, by how careful the enterprise is: chances of one at least, and of one more. */
const RATES = { good: [0.14, 0.08], fair: [0.3, 0.15], poor: [0.6, 0.35] } as const;

/** What a history is made of. */
export interface HistoryFrame {
  readonly enterprise: Enterprise;
  readonly officeOn: (day: CivilDate) => string;
  readonly isProducing: (day: CivilDate) => boolean;
  readonly input: PlanInput;
  readonly ruleSet: string;
  readonly draw: Draw;
  /** Its first finding on or after this day is annulled. */
  readonly annulFrom?: CivilDate;
}

/** A fault that was found, until it is put right. */
interface Found extends FindingLife {
  readonly fault: Fault;
}

/** Goes through the inspections of one enterprise: what is found, and what becomes of it. */
export class History {
  private readonly entries: PlannedEntry[] = [];
  private readonly found: Found[] = [];
  private readonly compliant: FlatFacts;
  private hasAnnulled = false;

  constructor(private readonly frame: HistoryFrame) {
    this.compliant = compliantFacts(frame.enterprise);
  }

  visit({ day, kind }: Visit): void {
    const { enterprise } = this.frame;
    const present = this.found.filter(({ fixedOn }) => fixedOn > day);
    const fresh = this.newFaults(day, kind === 'spot_check');
    const faults = [...present.map(({ fault }) => fault), ...fresh];
    const changes = faults.map((fault) => fault.change(enterprise, this.compliant));
    const facts: FlatFacts = Object.assign({}, this.compliant, ...changes) as FlatFacts;
    const key = this.inspect(day, kind, { ...facts, ...this.stopped(day) });
    for (const fault of fresh) this.follow(key, fault, day);
  }

  /** An inspection that finds everything in order. */
  inspectCompliant(day: CivilDate): void {
    this.inspect(day, 'routine', this.compliant);
  }

  /** Records an inspection and answers its key. */
  inspect(day: CivilDate, kind: Visit['kind'], facts: FlatFacts): string {
    const key = `${day}-${kind.replace('_', '-')}`;
    const office = kind === 'routine' ? this.frame.officeOn(day) : BUREAU;
    const asked = Object.entries(facts).filter(([path]) => kind !== 'spot_check' || EQUIPMENT.test(path));
    const inspection: NewInspection = {
      ...{ type: 'inspection', inspectedOn: day, kind, office },
      inspectors: certificatesOf(office),
      facts: nested(Object.fromEntries(asked)),
    };
    this.add(day, key, inspection);
    return key;
  }

  add(day: CivilDate, key: string, record: NewRecord): void {
    const { enterprise, ruleSet } = this.frame;
    this.entries.push({ ...record, key, subject: enterprise.code, ruleSet, knownAt: day });
  }

  /** What happened before a day, in the order of the days. */
  before(day: CivilDate): readonly PlannedEntry[] {
    const happened = this.entries.filter(({ knownAt }) => knownAt < day);
    return happened.sort((a, b) => (a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0));
  }

  private newFaults(day: CivilDate, equipmentOnly: boolean): readonly Fault[] {
    const { enterprise, draw, annulFrom } = this.frame;
    const [one, more] = RATES[enterprise.care];
    const wanted = annulFrom !== undefined && day >= annulFrom && !this.hasAnnulled;
    const open = this.found.filter(({ closedOn }) => closedOn >= day);
    const fresh: Fault[] = this.isOverdue(open, day) && !equipmentOnly && draw.chance(0.5) ? [overdue] : [];
    for (let chance: number = wanted ? 1 : one; draw.chance(chance); chance = more) {
      const taken = [...open.map(({ item }) => item), ...fresh.map(({ item }) => item)];
      const fault = draw.weighted(this.candidates(taken, equipmentOnly));
      if (fault === undefined) break;
      fresh.push(fault);
    }
    return fresh;
  }

  private candidates(taken: readonly string[], equipmentOnly: boolean): readonly Fault[] {
    const { enterprise } = this.frame;
    const possible = FAULTS.filter(
      ({ item, equipment, fits }) =>
        goesWith(item, taken) && (equipment === true || !equipmentOnly) && (fits?.(enterprise) ?? true),
    );
    // Careful enterprises have the serious ones rarely, careless ones often.
    const factor = { good: 0.25, fair: 0.7, poor: 1.5 }[enterprise.care];
    return possible.map((fault) => ({ ...fault, weight: fault.weight * (fault.serious === true ? factor : 1) }));
  }

  private isOverdue(open: readonly Found[], day: CivilDate): boolean {
    if (open.some(({ item }) => item === OVERDUE)) return false;
    return open.some(({ overdueFrom, fixedOn }) => overdueFrom <= day && day < fixedOn);
  }

  private follow(inspection: string, fault: Fault, foundOn: CivilDate): void {
    const { input, draw, annulFrom } = this.frame;
    const { item } = fault;
    const finding = { inspection, item, foundOn, deadline: deadlineFor(input.rulesOn(foundOn), item, foundOn) };
    const annul = annulFrom !== undefined && foundOn >= annulFrom && !this.hasAnnulled;
    this.hasAnnulled ||= annul;
    const life = annul ? annulled(finding) : liveThrough(finding, draw);
    this.found.push({ ...life, fault });
    for (const { day, key, record } of life.records) {
      this.add(day, `${inspection}.${item}.${key}`, record);
    }
  }

  private stopped(day: CivilDate): FlatFacts {
    return this.frame.isProducing(day) ? {} : { 'site.productionRunning': false };
  }
}

function deadlineFor({ ruleSet }: CompiledRuleSet, item: string, day: CivilDate): CivilDate {
  const found = ruleSet.items.find(({ code }) => code === item);
  if (found === undefined) throw new Error(`the rule set has no item ${item}`);
  return deadlineOf(found.rectification.deadline, day);
}
