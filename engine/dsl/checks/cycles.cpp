// Concepts that name each other in a circle, and measures that ask for each other in a circle.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

constexpr std::string_view concepts_are = "concepts";

struct Edge {
    std::size_t to = 0;
    Span span;  // where the name is used
};
struct Graph {
    std::vector<std::string> names;
    std::vector<std::vector<Edge>> edges;
};

// Depth first without recursion; each circle is reported once, at the use that closes it.
class CycleFinder {
  public:
    CycleFinder(Graph const& graph, std::string_view what, Diagnostics& diagnostics)
        : graph_(graph), what_(what), diagnostics_(diagnostics), state_(graph.names.size(), State::fresh) {}
    void run() {
        for (std::size_t node = 0; node < graph_.names.size(); ++node)
            if (state_[node] == State::fresh) walk(node);
    }

  private:
    enum class State : std::uint8_t { fresh, open, done };
    struct Step {
        std::size_t node = 0;
        std::size_t next = 0;  // edge to follow
    };

    void walk(std::size_t start) {
        path_ = {{start, 0}};
        state_[start] = State::open;
        while (!path_.empty()) {
            auto& step = path_.back();
            if (step.next == graph_.edges[step.node].size()) {
                state_[step.node] = State::done;
                path_.pop_back();
                continue;
            }
            auto const& edge = graph_.edges[step.node][step.next++];
            if (state_[edge.to] == State::open) {
                report(edge);
            } else if (state_[edge.to] == State::fresh) {
                state_[edge.to] = State::open;
                path_.push_back({edge.to, 0});
            }
        }
    }

    void report(Edge const& closing) {
        auto from = path_.size() - 1;
        while (path_[from].node != closing.to) --from;
        std::string circle;
        auto diagnostic =
            diagnose(Code::rule_cycle, closing.span, {},
                     "take one of these names out, or move what they share to one more declaration");
        for (auto i = from; i < path_.size(); ++i) {
            circle += graph_.names[path_[i].node] + " → ";
            if (i + 1 < path_.size() && diagnostic.others.size() < 5)
                diagnostic.others.push_back({graph_.edges[path_[i].node][path_[i].next - 1].span,
                                             fmt::format("'{}' names '{}'", graph_.names[path_[i].node],
                                                         graph_.names[path_[i + 1].node])});
        }
        if (from + 1 == path_.size() && what_ == concepts_are) {
            diagnostic.message = fmt::format("concept '{}' names itself", graph_.names[closing.to]);
            diagnostic.help =
                fmt::format("words of the law stand in quotes: \"{}\"", graph_.names[closing.to]);
            return diagnostics_.add(std::move(diagnostic));
        }
        diagnostic.message =
            fmt::format("{} name each other in a circle: {}{}", what_, circle, graph_.names[closing.to]);
        diagnostics_.add(std::move(diagnostic));
    }

    Graph const& graph_;
    std::string_view what_;
    Diagnostics& diagnostics_;
    std::vector<State> state_;
    std::vector<Step> path_;
};

void references(Pattern const& node, std::unordered_map<std::string_view, std::size_t> const& ids,
                std::vector<Edge>& edges) {
    if (node.plain) return;
    if (node.kind == Pattern::Kind::reference)
        if (auto const to = ids.find(node.text); to != ids.end()) edges.push_back({to->second, node.span});
    for (auto const& child : node.children) references(child, ids, edges);
}

void concepts_of(Pack const& pack, std::string_view language, Diagnostics& diagnostics) {
    Graph graph;
    std::vector<Concept const*> nodes;
    std::unordered_map<std::string_view, std::size_t> ids;
    for (auto const& file : pack.files)
        for (auto const& one : file.concepts)
            if (one.language == language && ids.emplace(one.name.text, nodes.size()).second)
                nodes.push_back(&one);
    for (auto const* node : nodes) {
        graph.names.push_back(node->name.text);
        auto& edges = graph.edges.emplace_back();
        references(node->pattern, ids, edges);
        if (node->but_not) references(*node->but_not, ids, edges);
    }
    CycleFinder(graph, concepts_are, diagnostics).run();
}

void asked(Condition const& node, std::unordered_map<std::string_view, std::size_t> const& ids,
           std::vector<Edge>& edges) {
    if (node.kind == Condition::Kind::measure || node.kind == Condition::Kind::refers_to)
        if (auto const to = ids.find(node.text); to != ids.end()) edges.push_back({to->second, node.span});
    for (auto const& child : node.children) asked(child, ids, edges);
}

void measures_of(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics) {
    Graph graph;
    std::vector<Measure const*> nodes;
    std::unordered_map<std::string_view, std::size_t> ids;
    for (auto const& file : pack.files)
        for (auto const& one : file.measures)
            if (ids.emplace(one.name.text, nodes.size()).second) nodes.push_back(&one);
    for (auto const* node : nodes) {
        graph.names.push_back(node->name.text);
        auto& edges = graph.edges.emplace_back();
        for_each_condition(*node, [&](Condition const& condition, Clause) { asked(condition, ids, edges); });
        auto const* kind = symbols.kind(node->kind.text);
        if (kind != nullptr && kind->gate && !node->gate) asked(*kind->gate, ids, edges);
    }
    CycleFinder(graph, "measures", diagnostics).run();
}

}  // namespace

void check_cycles(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics) {
    std::set<std::string_view> languages;
    for (auto const& file : pack.files)
        for (auto const& one : file.concepts) languages.insert(one.language);
    for (auto const language : languages) concepts_of(pack, language, diagnostics);
    measures_of(pack, symbols, diagnostics);
}

}  // namespace lacuna::dsl
