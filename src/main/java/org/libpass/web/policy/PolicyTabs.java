package org.libpass.web.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.libpass.policy.RuleOwner;
import org.libpass.web.security.StaffPrincipal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What can be done with one owner's rules: the pages that exist and that the account may open. */
@Component("policyTabs")
class PolicyTabs {

  private static final String BASE = "/policy/{}";

  /** The pages in the order of the work; a text {@code policy.tab.<name>} each. */
  private static final List<Page> PAGES =
      List.of(
          new Page("overview", "", false),
          new Page("edit", "/edit", true),
          new Page("figures", "/figures", true),
          new Page("examples", "/examples", true),
          new Page("try", "/try", true),
          new Page("replay", "/replay", true),
          new Page("publish", "/publish", true),
          new Page("history", "/history", false));

  private final PolicyAccess access;
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  PolicyTabs(
      PolicyAccess access,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.access = access;
    this.mappings = mappings;
  }

  private record Page(String name, String path, boolean forChanging) {}

  /** A page of an owner: its name, which the message is found by, and its address. */
  record Tab(String name, String href) {}

  /** The pages of an owner for who is signed in. */
  public List<Tab> of(RuleOwner owner) {
    Set<String> existing = existingPages();
    boolean mayChange = mayChange(owner);
    return PAGES.stream()
        .filter(page -> mayChange || !page.forChanging())
        .filter(page -> existing.contains(BASE + page.path()))
        .map(page -> new Tab(page.name(), "/policy/" + owner + page.path()))
        .toList();
  }

  private boolean mayChange(RuleOwner owner) {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null
        && signedIn.getPrincipal() instanceof StaffPrincipal account
        && access.mayChange(account, owner);
  }

  private Set<String> existingPages() {
    return mappings.getObject().getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .map(pattern -> pattern.replaceAll("\\{[^}]*}", "{}"))
        .collect(Collectors.toSet());
  }
}
