package org.pabean.autonomy;

import java.time.Duration;
import org.pabean.certify.Draw;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How audits are drawn and what is to be proved.
 *
 * @param auditShare the share of final items that is audited, from 0.01 to 1
 * @param lease how long an auditor keeps an audit to themselves
 * @param aim the highest error that the lead allows, above 0 and below 1
 * @param confidence how sure one must be that the error is no higher, above 0.5 and below 1
 */
@ConfigurationProperties("pabean.autonomy")
record AutonomySettings(
    @DefaultValue("0.05") double auditShare,
    @DefaultValue("30m") Duration lease,
    @DefaultValue("0.02") double aim,
    @DefaultValue("0.95") double confidence) {

  /** Checks the ranges; less than the floor is refused. */
  AutonomySettings {
    if (!(auditShare >= Draw.FLOOR && auditShare <= 1)) {
      throw new IllegalArgumentException(
          "PABEAN_AUDIT_SHARE is %s: at least %s of what is finalised must be audited, and at most 1"
              .formatted(auditShare, Draw.FLOOR));
    }
    if (!(aim > 0 && aim < 1 && confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "PABEAN_ERROR_AIM must lie between 0 and 1, PABEAN_ERROR_CONFIDENCE between 0.5 and 1");
    }
  }
}
