import { FlatFacts } from './compliant-facts';
import { Enterprise } from './plan.types';

/** One way of violating an item. */
export interface Fault {
  readonly item: string;
  /** How often among all faults. */
  readonly weight: number;
  /** Costs many points; careful enterprises hardly have it. */
  readonly serious?: true;
  /** Found at the equipment, where a spot check looks. */
  readonly equipment?: true;
  /** What it changes about compliant facts. */
  readonly change: (enterprise: Enterprise, facts: FlatFacts) => FlatFacts;
  /** Enterprises that can have it; absent: all. */
  readonly fits?: (enterprise: Enterprise) => boolean;
}

/** Items of which only one counts where both are violated: the plan keeps out of that. */
const EXCLUSIVE: readonly (readonly string[])[] = [['F20'], ['F08', 'F09', 'F11']];

/** The item for orders that are past their deadline. It is found where there are some, and not drawn. */
export const OVERDUE = 'F21';

export const overdue: Fault = {
  item: OVERDUE,
  weight: 0,
  change: () => ({ 'rectification.overdueItems': 1 }),
};

const oneLess = (path: string): Fault['change'] => {
  return (_, facts) => ({ [path]: Number(facts[path]) - 1 });
};

export const FAULTS: readonly Fault[] = [
  { item: 'F01', weight: 12, change: oneLess('posts.withProcedure') },
  { item: 'F02', weight: 4, change: tooFewOfficers },
  { item: 'F03', weight: 12, change: () => ({ 'training.archiveComplete': false }) },
  { item: 'F04', weight: 2, serious: true, change: oneLess('certificates.validOnDuty') },
  { item: 'F05', weight: 12, change: () => ({ 'hazards.notifiedToWorkers': false }) },
  {
    ...{ item: 'F06', weight: 3, change: () => ({ 'contractors.withSafetyAgreement': 0 }) },
    fits: ({ employees }) => employees >= 60,
  },
  { item: 'F07', weight: 1, change: () => ({ 'equipment.eliminatedInUse': 1 }) },
  {
    ...{ item: 'F08', weight: 2, serious: true, equipment: true },
    change: oneLess('furnaces.withHeatingInterlock'),
  },
  { item: 'F09', weight: 5, equipment: true, change: oneLess('furnaces.withLeakAlarm') },
  {
    ...{ item: 'F10', weight: 2, serious: true, equipment: true },
    change: () => ({ 'emergencyStorage.occupied': 1 }),
  },
  { item: 'F11', weight: 3, equipment: true, change: () => ({ 'pumps.autoChangeover': false }) },
  { item: 'F12', weight: 2, serious: true, equipment: true, change: oneLess('ladles.ndtValid') },
  { item: 'F13', weight: 4, equipment: true, change: oneLess('lining.furnacesWithCurrentRecord') },
  { item: 'F14', weight: 2, serious: true, equipment: true, change: () => ({ 'site.waterZones': 1 }) },
  {
    ...{ item: 'F15', weight: 1, serious: true, equipment: true },
    change: () => ({ 'site.gatheringRoomsInMoltenBay': 1 }),
  },
  { item: 'F16', weight: 4, change: () => ({ 'charge.sortingRecordComplete': false }) },
  { item: 'F17', weight: 14, change: oneLess('ppe.workersCompliant') },
  { item: 'F18', weight: 2, change: () => ({ 'dangerousWork.supervised': 0 }) },
  { item: 'F19', weight: 8, change: oneLess('emergency.itemsUsable') },
  { item: 'F20', weight: 1, serious: true, change: () => ({ 'safetyDevices.failedOrOff': 1 }) },
];

/** Whether a fault can be found where others are. */
export function goesWith(item: string, others: readonly string[]): boolean {
  if (others.includes(item)) return false;
  return !EXCLUSIVE.some((group) => group.includes(item) && others.some((other) => rivals(group).includes(other)));
}

function rivals(group: readonly string[]): readonly string[] {
  return EXCLUSIVE.filter((other) => other !== group).flat();
}

function tooFewOfficers({ isMetalSmelting, employees }: Enterprise): FlatFacts {
  if (isMetalSmelting) return { 'staff.registeredSafetyEngineers': 0 };
  if (employees > 100) return { 'staff.fullTimeSafetyOfficers': 0, 'staff.safetyOfficersAssessed': 0 };
  return { 'staff.partTimeSafetyOfficers': 0 };
}
