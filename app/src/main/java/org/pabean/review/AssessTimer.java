package org.pabean.review;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.pabean.assess.Assessment;
import org.pabean.assess.Assessor;
import org.pabean.listing.Listing;
import org.springframework.stereotype.Component;

/** Measures how long assessments take, by destination and lane. */
@Component
class AssessTimer {

  private final MeterRegistry meters;

  AssessTimer(MeterRegistry meters) {
    this.meters = meters;
  }

  Assessment assess(Assessor assessor, Listing listing, String destination, LocalDate asOf) {
    Timer.Sample started = Timer.start(meters);
    Assessment assessment = assessor.assess(listing, destination, asOf);
    started.stop(
        Timer.builder("pabean.assess")
            .description("How long the assessment of one listing for one destination took")
            .tag("destination", assessment.destination())
            .tag("lane", assessment.lane().name().toLowerCase(Locale.ROOT))
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5))
            .register(meters));
    return assessment;
  }
}
