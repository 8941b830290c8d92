import { FurnaceFacts } from './furnace-facts';

/**
 * The 22 furnace items as a programmer would write them by hand for complete facts: the fastest there is, and what no
 * official can change. Only a yardstick.
 *
 * @returns the points of the inspection
 */
export function scoreByHand(facts: FurnaceFacts): number {
  const { posts, staff, training, certificates, risk, hazards, contractors, project, equipment, furnaces } = facts;
  const { emergencyStorage: storage, cranes, ladles, hooks, lining, site, charge, platform, video, ppe } = facts;
  const { dangerousWork: work, confinedSpace: confined, emergency, rectification, conduct, accident } = facts;
  const { isMetalSmelting: smelting, employees } = facts.enterprise;
  let points = 0;
  if (
    posts.withDutyDocument < posts.total ||
    posts.withProcedure < posts.total ||
    facts.responsibility.monthsSinceAssessment > 12
  )
    points += 1;
  const unassessed =
    smelting && (!staff.principalAssessed || staff.safetyOfficersAssessed < staff.fullTimeSafetyOfficers);
  const officersMissing =
    ((smelting || employees > 100) && staff.fullTimeSafetyOfficers < 1) ||
    (!smelting && employees <= 100 && staff.fullTimeSafetyOfficers + staff.partTimeSafetyOfficers < 1);
  if (officersMissing || (smelting && staff.registeredSafetyEngineers < 1) || unassessed) points += unassessed ? 6 : 3;
  if (training.workersPassed < training.workersOnDuty || !training.archiveComplete || training.recordsFalsified)
    points += 2;
  if (certificates.validOnDuty < certificates.requiredOnDuty) points += 6;
  if (
    !risk.controlListExists ||
    !risk.higherRisksPosted ||
    hazards.selfInspectionsLastMonth < hazards.selfInspectionsRequired ||
    !hazards.notifiedToWorkers ||
    hazards.majorUnreported > 0
  )
    points += 2;
  if (contractors.total > 0) {
    const inspected = contractors.inspectedInPeriod >= contractors.total;
    if (contractors.withSafetyAgreement < contractors.total || !inspected) points += inspected ? 2 : 6;
  }
  const papersMissing = !project.safetyEvaluationDone || !project.safetyDesignReviewed || !project.acceptancePassed;
  if ((smelting && papersMissing) || equipment.eliminatedInUse > 0) points += 3;
  points += furnaceDevices(facts);
  if (furnaces.withEmergencyStorage < furnaces.total || storage.minCapacityRatio < 1 || storage.occupied > 0)
    points += 6;
  if (
    cranes.suitableType < cranes.moltenTotal ||
    cranes.inspectionValid < cranes.moltenTotal ||
    ladles.ndtValid < ladles.total ||
    hooks.ndtValid < hooks.total
  )
    points += 6;
  if (
    lining.furnacesWithCurrentRecord < furnaces.total ||
    lining.furnacesBelowMinThickness > 0 ||
    lining.furnacesOverCampaign > 0
  )
    points += 3;
  if (site.productionRunning && site.waterZones > 0) points += 6;
  if (site.gatheringRoomsInMoltenBay > 0) points += 6;
  if (charge.dangerousItemsFound > 0 || !charge.sortingRecordComplete) points += 3;
  if (
    platform.personsPresent > platform.personsLimit ||
    video.keyPointsCovered < video.keyPointsRequired ||
    ppe.workersCompliant < ppe.workersObserved
  )
    points += 1;
  const confinedFault =
    confined.entriesCompliant < confined.entries || (!confined.ledgerExists && !confined.signsComplete);
  if (work.permitted < work.observed || work.supervised < work.observed || confinedFault)
    points += confined.toxicRisk && confinedFault ? 6 : 3;
  if (
    !emergency.planExists ||
    (smelting && (!emergency.planFiled || emergency.monthsSinceDrill > 6)) ||
    (!smelting && emergency.monthsSinceDrill > 12) ||
    emergency.itemsUsable < emergency.itemsRequired
  )
    points += 2;
  if (rectification.overdueItems > 0 || rectification.falseReports > 0) points += 3;
  if (
    conduct.refusedInspection ||
    conduct.defiedStopOrder ||
    accident.concealedOrFalse ||
    accident.minutesToReport > 60
  )
    points += 12;
  return points;
}

/** F08, F09 and F11 against F20, which excludes each of them. */
function furnaceDevices({ furnaces, safetyDevices: safety, power, pumps, alarms, enterprise }: FurnaceFacts): number {
  const { trade } = enterprise;
  let devices = 0;
  const temperature = furnaces.withOutletTempAlarm >= furnaces.total;
  const flow = furnaces.withFlowDiffAlarm >= furnaces.total;
  if (!temperature || !flow || furnaces.withHeatingInterlock < furnaces.total) {
    const milder = (trade === 'nonferrous' && temperature && flow) || trade === 'metallurgy' || trade === 'other';
    devices += milder ? 3 : 6;
  }
  if (furnaces.withLeakAlarm < furnaces.total) devices += 3;
  const noWater = furnaces.withEmergencyWater < furnaces.total;
  if (noWater || !power.standbyCoversCoolingPumps || !pumps.autoChangeover || alarms.withUps < alarms.total) {
    devices += trade === 'nonferrous' && noWater ? 6 : 3;
  }
  const off = safety.failedOrOff > 0 || safety.bypassedWithoutPermit > 0 || safety.dataTampered;
  return off ? Math.max(devices, 6) : devices;
}
