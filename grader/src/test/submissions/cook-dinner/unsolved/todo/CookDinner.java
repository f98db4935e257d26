// The stub as it is.
package twostoves.choosing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;
import twostoves.kit.Todo;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        throw new Todo();
    }
}
