import { Enterprise } from './plan.types';

export type FactValue = boolean | number;

/** Facts by their paths. */
export type FlatFacts = Readonly<Record<string, FactValue>>;

/** What an inspector writes down where nothing is wrong, in numbers that go with the size of the enterprise. */
export function compliantFacts({ employees, furnaces, isMetalSmelting }: Enterprise): FlatFacts {
  const posts = 8 + 2 * furnaces;
  const onDuty = Math.max(4, Math.ceil(employees / 4));
  const certified = Math.max(2, Math.ceil(employees / 10));
  const contractors = employees < 60 ? 0 : 1;
  const officers = isMetalSmelting || employees > 100 ? Math.ceil(employees / 100) : 0;
  const observed = Math.min(6, onDuty);
  return {
    ...{ 'posts.total': posts, 'posts.withDutyDocument': posts, 'posts.withProcedure': posts },
    'responsibility.monthsSinceAssessment': 5,
    ...{ 'staff.fullTimeSafetyOfficers': officers, 'staff.partTimeSafetyOfficers': 2 },
    ...{ 'staff.registeredSafetyEngineers': isMetalSmelting ? 1 : 0, 'staff.principalAssessed': true },
    'staff.safetyOfficersAssessed': officers,
    ...{ 'training.workersOnDuty': onDuty, 'training.workersPassed': onDuty },
    ...{ 'training.archiveComplete': true, 'training.recordsFalsified': false },
    ...{ 'certificates.requiredOnDuty': certified, 'certificates.validOnDuty': certified },
    ...{ 'risk.controlListExists': true, 'risk.higherRisksPosted': true },
    ...{ 'hazards.selfInspectionsLastMonth': 4, 'hazards.selfInspectionsRequired': 4 },
    ...{ 'hazards.notifiedToWorkers': true, 'hazards.majorUnreported': 0 },
    ...{ 'contractors.total': contractors, 'contractors.withSafetyAgreement': contractors },
    'contractors.inspectedInPeriod': contractors,
    ...{ 'project.safetyEvaluationDone': true, 'project.safetyDesignReviewed': true, 'project.acceptancePassed': true },
    'equipment.eliminatedInUse': 0,
    ...equipmentFacts(furnaces),
    ...{ 'site.productionRunning': true, 'site.waterZones': 0, 'site.gatheringRoomsInMoltenBay': 0 },
    ...{ 'charge.dangerousItemsFound': 0, 'charge.sortingRecordComplete': true },
    ...{ 'platform.personsPresent': 3, 'platform.personsLimit': 4 },
    ...{ 'video.keyPointsRequired': 2 * furnaces + 1, 'video.keyPointsCovered': 2 * furnaces + 1 },
    ...{ 'ppe.workersObserved': observed, 'ppe.workersCompliant': observed },
    ...{ 'dangerousWork.observed': 1, 'dangerousWork.permitted': 1, 'dangerousWork.supervised': 1 },
    ...{ 'confinedSpace.toxicRisk': true, 'confinedSpace.entries': 2, 'confinedSpace.entriesCompliant': 2 },
    ...{ 'confinedSpace.ledgerExists': true, 'confinedSpace.signsComplete': true },
    ...{ 'emergency.planExists': true, 'emergency.planFiled': true, 'emergency.monthsSinceDrill': 4 },
    ...{ 'emergency.itemsRequired': 15 * furnaces, 'emergency.itemsUsable': 15 * furnaces },
    ...{
      'safetyDevices.failedOrOff': 0,
      'safetyDevices.bypassedWithoutPermit': 0,
      'safetyDevices.dataTampered': false,
    },
    ...{ 'rectification.overdueItems': 0, 'rectification.falseReports': 0 },
    ...{ 'conduct.refusedInspection': false, 'conduct.defiedStopOrder': false },
    ...{ 'accident.concealedOrFalse': false, 'accident.minutesToReport': 0 },
  };
}

function equipmentFacts(furnaces: number): FlatFacts {
  return {
    ...{ 'furnaces.total': furnaces, 'furnaces.withOutletTempAlarm': furnaces, 'furnaces.withFlowDiffAlarm': furnaces },
    ...{ 'furnaces.withHeatingInterlock': furnaces, 'furnaces.withLeakAlarm': furnaces },
    ...{ 'furnaces.withEmergencyStorage': furnaces, 'furnaces.withEmergencyWater': furnaces },
    ...{ 'emergencyStorage.minCapacityRatio': 1.2, 'emergencyStorage.occupied': 0 },
    ...{ 'power.standbyCoversCoolingPumps': true, 'pumps.autoChangeover': true },
    ...{ 'alarms.total': 2 * furnaces, 'alarms.withUps': 2 * furnaces },
    ...{ 'cranes.moltenTotal': furnaces, 'cranes.suitableType': furnaces, 'cranes.inspectionValid': furnaces },
    ...{ 'ladles.total': furnaces + 1, 'ladles.ndtValid': furnaces + 1 },
    ...{ 'hooks.total': furnaces, 'hooks.ndtValid': furnaces },
    ...{ 'lining.furnacesWithCurrentRecord': furnaces, 'lining.furnacesBelowMinThickness': 0 },
    'lining.furnacesOverCampaign': 0,
  };
}

/** Facts as an inspection is sent: nested by their paths. */
export function nested(facts: FlatFacts): Readonly<Record<string, Readonly<Record<string, FactValue>>>> {
  const groups: Record<string, Record<string, FactValue>> = {};
  for (const [path, value] of Object.entries(facts)) {
    const [group = '', name = ''] = path.split('.');
    (groups[group] ??= {})[name] = value;
  }
  return groups;
}
