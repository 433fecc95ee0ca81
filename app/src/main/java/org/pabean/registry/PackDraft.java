package org.pabean.registry;

import org.pabean.screening.PackChange;
import org.pabean.screening.PackText;
import org.pabean.screening.RulePack;
import org.pabean.screening.Screener;

/**
 * A pack that was checked and is not in force.
 *
 * @param text as a person wrote it
 * @param pack what the text says
 * @param change what it changes about the pack in force
 * @param screener all packs in force, with this one in its place
 */
public record PackDraft(PackText text, RulePack pack, PackChange change, Screener screener) {}
