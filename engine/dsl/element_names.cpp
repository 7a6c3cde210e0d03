#include "dsl/element_names.hpp"

#include <span>

namespace lacuna::dsl {
namespace {

[[nodiscard]] std::size_t parts_of(Condition const& condition) {
    std::size_t parts = 1;
    for (auto const& child : condition.children) parts += parts_of(child);
    return parts;
}

class Writer {
  public:
    // Writes out the names of `elements`, which are written out themselves.
    void write_out(Condition& condition, std::span<Element const> elements) {
        using Kind = Condition::Kind;
        if (condition.kind == Kind::name) return replace(condition, elements);
        if (condition.kind != Kind::all && condition.kind != Kind::any && condition.kind != Kind::negation)
            return;
        for (auto& child : condition.children) write_out(child, elements);
    }

  private:
    void replace(Condition& name, std::span<Element const> elements) {
        for (auto const& element : elements) {
            if (element.name.text != name.text) continue;
            auto const parts = parts_of(element.condition);
            if (parts > left_) return;
            left_ -= parts;
            name = element.condition;
            return;
        }
    }

    std::size_t left_ = most_element_parts;
};

}  // namespace

void write_out_elements(Measure& measure) {
    Writer writer;
    std::span const elements(measure.elements);
    for (std::size_t row = 0; row < elements.size(); ++row)
        writer.write_out(measure.elements[row].condition, elements.first(row));
    if (measure.gate) writer.write_out(*measure.gate, elements);
    for (auto& condition : measure.unless) writer.write_out(condition, elements);
}

}  // namespace lacuna::dsl
