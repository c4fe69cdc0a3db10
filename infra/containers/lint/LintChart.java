import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lints a chart strictly, and renders it with values into a file: {@code java LintChart.java CHART VALUES FILE}. */
public class LintChart {
  public static void main(String[] given) throws Exception {
    Path chart = Path.of(given[0]);
    LintResult found = new Helm(chart).lint().strict().call();
    found.getMessages().forEach(System.out::println);
    if (found.isFailed()) System.exit(1);
    String rendered =
        new Helm(chart).template().withName("town").withNamespace("mulin").withValuesFile(Path.of(given[1])).call();
    Files.writeString(Path.of(given[2]), rendered);
  }
}
