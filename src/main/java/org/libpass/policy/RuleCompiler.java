package org.libpass.policy;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;
import org.libpass.policy.DrlWriter.Written;

/**
 * Compiles checked rules, each text once: what compiles alike shares one rule base. Keeps a bounded
 * number of them.
 */
class RuleCompiler {

  /** Those in force are kept by whom they are in force for; these are there to be shared. */
  private static final int MOST = 64;

  private final BuildOnce<String, KieBase> bases = new BuildOnce<>(MOST);

  /**
   * @throws IllegalStateException if the compiler refuses what the writer wrote, which is our
   *     mistake and not the author's
   */
  CompiledRules compile(RuleSet rules) {
    Written written = DrlWriter.write(rules.rules());
    KieBase base = bases.get(Texts.sha256(written.text()), () -> build(written.text()));
    return new CompiledRules(rules, written.told(), base);
  }

  private static KieBase build(String text) {
    KieServices services = KieServices.get();
    // A release of its own: two modules of one release would replace each other's classes.
    ReleaseId release = services.newReleaseId("org.libpass.rules", "r" + Texts.sha256(text), "1");
    try {
      return new KieHelper()
          .setReleaseId(release)
          .setClassLoader(RuleCompiler.class.getClassLoader())
          .addContent(text, ResourceType.DRL)
          .build(ExecutableModelProject.class);
    } catch (RuntimeException e) {
      throw new IllegalStateException("Checked rules do not compile:\n" + text, e);
    } finally {
      // The base lives without it, and the repository would keep every release for ever.
      services.getRepository().removeKieModule(release);
    }
  }
}
