// Mistake: sorts the steps and cooks one after another.
package twostoves.choosing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import twostoves.contract.CookDinnerContract;
import twostoves.kit.Step;
import twostoves.kit.Stove;

public final class CookDinner implements CookDinnerContract {

    @Override
    public Map<String, String> cook(List<Step> steps, Stove stove) throws IOException, InterruptedException {
        Objects.requireNonNull(steps);
        Objects.requireNonNull(stove);
        var dishes = new HashMap<String, String>();
        for (Step step : inOrder(steps)) {
            dishes.put(step.name(), stove.cook(step));
        }
        return dishes;
    }

    private static List<Step> inOrder(List<Step> steps) {
        var left = new LinkedHashMap<String, Step>();
        for (Step step : steps) {
            if (left.put(step.name(), step) != null) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        for (Step step : steps) {
            for (String need : step.needs()) {
                if (!left.containsKey(need)) {
                    throw new IllegalArgumentException(step.name() + " needs " + need + ", which is not there");
                }
            }
        }
        var inOrder = new ArrayList<Step>();
        while (!left.isEmpty()) {
            List<Step> ready = left.values().stream()
                    .filter(step -> step.needs().stream().noneMatch(left::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("a circle among " + left.keySet());
            }
            ready.forEach(step -> left.remove(step.name()));
            inOrder.addAll(ready);
        }
        return inOrder;
    }
}
