package org.pabean;

/** A rule pack of one rule, as a team writes it for itself. */
public final class HousePack {

  private HousePack() {}

  /**
   * The pack as YAML.
   *
   * @param thing what its rule looks for, in lower case, and what its example is called
   */
  public static String yaml(
      String id, String version, String destination, String thing, String effect) {
    return """
        pack: %1$s
        version: "%2$s"
        destination: %3$s
        title: Rules of the house
        rules:
          - id: HOUSE-1
            title: A %4$s
            category: electrical
            effect: %5$s
            status: conditional
            authority: The house
            instrument: House rules
            source: none
            verified: "no"
            last_checked: 2026-11-20
            reason: The listing speaks of a %4$s, which the house looks at itself.
            provide: A picture.
            when: "item.title.contains('%4$s')"
            examples:
              fires:
                - {title: "Blue %4$s"}
              quiet:
                - {title: "Blue mug"}
        """
        .formatted(id, version, destination, thing, effect);
  }
}
