package org.pabean.web;

import org.jspecify.annotations.Nullable;
import org.pabean.review.ReviewQueue;
import org.pabean.security.Actor;
import org.pabean.security.Login;
import org.pabean.security.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice(basePackageClasses = FrameAdvice.class)
class FrameAdvice {

  private final ReviewQueue queue;

  FrameAdvice(ReviewQueue queue) {
    this.queue = queue;
  }

  @ModelAttribute("frame")
  @Nullable Frame frame(@AuthenticationPrincipal @Nullable Login login) {
    if (login == null) {
      return null;
    }
    Actor actor = login.actor();
    return new Frame(actor, actor.is(Role.SPECIALIST) ? queue.countOpen() : 0);
  }
}
