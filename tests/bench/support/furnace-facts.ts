/** Complete facts of one furnace inspection, as a programmer would type them by hand. */
export interface FurnaceFacts {
  readonly posts: {
    readonly total: number;
    readonly withDutyDocument: number;
    readonly withProcedure: number;
  };
  readonly responsibility: {
    readonly monthsSinceAssessment: number;
  };
  readonly enterprise: {
    readonly isMetalSmelting: boolean;
    readonly employees: number;
    readonly trade: string;
  };
  readonly staff: {
    readonly fullTimeSafetyOfficers: number;
    readonly partTimeSafetyOfficers: number;
    readonly registeredSafetyEngineers: number;
    readonly principalAssessed: boolean;
    readonly safetyOfficersAssessed: number;
  };
  readonly training: {
    readonly workersOnDuty: number;
    readonly workersPassed: number;
    readonly archiveComplete: boolean;
    readonly recordsFalsified: boolean;
  };
  readonly certificates: {
    readonly requiredOnDuty: number;
    readonly validOnDuty: number;
  };
  readonly risk: {
    readonly controlListExists: boolean;
    readonly higherRisksPosted: boolean;
  };
  readonly hazards: {
    readonly selfInspectionsLastMonth: number;
    readonly selfInspectionsRequired: number;
    readonly notifiedToWorkers: boolean;
    readonly majorUnreported: number;
  };
  readonly contractors: {
    readonly total: number;
    readonly withSafetyAgreement: number;
    readonly inspectedInPeriod: number;
  };
  readonly project: {
    readonly safetyEvaluationDone: boolean;
    readonly safetyDesignReviewed: boolean;
    readonly acceptancePassed: boolean;
  };
  readonly equipment: {
    readonly eliminatedInUse: number;
  };
  readonly furnaces: {
    readonly total: number;
    readonly withOutletTempAlarm: number;
    readonly withFlowDiffAlarm: number;
    readonly withHeatingInterlock: number;
    readonly withLeakAlarm: number;
    readonly withEmergencyStorage: number;
    readonly withEmergencyWater: number;
  };
  readonly emergencyStorage: {
    readonly minCapacityRatio: number;
    readonly occupied: number;
  };
  readonly power: {
    readonly standbyCoversCoolingPumps: boolean;
  };
  readonly pumps: {
    readonly autoChangeover: boolean;
  };
  readonly alarms: {
    readonly total: number;
    readonly withUps: number;
  };
  readonly cranes: {
    readonly moltenTotal: number;
    readonly suitableType: number;
    readonly inspectionValid: number;
  };
  readonly ladles: {
    readonly total: number;
    readonly ndtValid: number;
  };
  readonly hooks: {
    readonly total: number;
    readonly ndtValid: number;
  };
  readonly lining: {
    readonly furnacesWithCurrentRecord: number;
    readonly furnacesBelowMinThickness: number;
    readonly furnacesOverCampaign: number;
  };
  readonly site: {
    readonly productionRunning: boolean;
    readonly waterZones: number;
    readonly gatheringRoomsInMoltenBay: number;
  };
  readonly charge: {
    readonly dangerousItemsFound: number;
    readonly sortingRecordComplete: boolean;
    readonly autoFeeding: boolean;
  };
  readonly platform: {
    readonly personsPresent: number;
    readonly personsLimit: number;
  };
  readonly video: {
    readonly keyPointsRequired: number;
    readonly keyPointsCovered: number;
  };
  readonly ppe: {
    readonly workersObserved: number;
    readonly workersCompliant: number;
  };
  readonly dangerousWork: {
    readonly observed: number;
    readonly permitted: number;
    readonly supervised: number;
  };
  readonly confinedSpace: {
    readonly toxicRisk: boolean;
    readonly entries: number;
    readonly entriesCompliant: number;
    readonly ledgerExists: boolean;
    readonly signsComplete: boolean;
  };
  readonly emergency: {
    readonly planExists: boolean;
    readonly planFiled: boolean;
    readonly monthsSinceDrill: number;
    readonly itemsRequired: number;
    readonly itemsUsable: number;
  };
  readonly safetyDevices: {
    readonly failedOrOff: number;
    readonly bypassedWithoutPermit: number;
    readonly dataTampered: boolean;
  };
  readonly rectification: {
    readonly overdueItems: number;
    readonly falseReports: number;
  };
  readonly conduct: {
    readonly refusedInspection: boolean;
    readonly defiedStopOrder: boolean;
  };
  readonly accident: {
    readonly concealedOrFalse: boolean;
    readonly minutesToReport: number;
  };
}
