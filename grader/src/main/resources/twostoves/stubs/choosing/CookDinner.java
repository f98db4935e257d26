package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;
import twostoves.kit.Todo;

/**
 * Exercise 27: cook the steps of a dinner, each as soon as what it needs is done.
 *
 * <p>What is asked is in {@link CookDinnerContract}; the page is {@code docs/exercises/cook-dinner.md}. Grade it with
 * {@code mvn test -Dkata=cook-dinner}.
 */
public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        throw new Todo();
    }
}
