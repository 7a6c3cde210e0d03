#include "akn/xml/lifecycle.hpp"

#include <algorithm>

namespace lacuna::akn::xml {
namespace {

[[nodiscard]] std::string_view id_of(Node node) {
    auto const eid = node.attribute("eId");
    return eid.empty() ? node.attribute("id") : eid;
}

[[nodiscard]] std::string_view without_hash(std::string_view reference) {
    if (!reference.empty() && reference.front() == '#') reference.remove_prefix(1);
    return reference;
}

// What `status` says by itself, whatever the date.
[[nodiscard]] Force of_status(std::string_view status) {
    if (status == "removed" || status == "repealed") return Force::repealed;
    if (status == "suspended") return Force::suspended;
    if (status == "future") return Force::not_yet;
    if (status == "expired") return Force::expired;
    return Force::in_force;
}

}  // namespace

Lifecycle::Lifecycle(Node root, std::string date) : date_(std::move(date)) {
    auto const meta = descendant(root, "meta");
    for (auto const node : meta.subtree()) {
        if (!node.is_element()) continue;
        auto const name = node.local_name();
        if (name == "eventRef" || name == "event") read_event(node);
    }
    for (auto const node : meta.subtree())
        if (node.is_element() && node.local_name() == "temporalGroup") read_group(node);
}

void Lifecycle::read_event(Node node) {
    auto const id = id_of(node), date = node.attribute("date");
    if (!id.empty() && date.size() >= 10) dates_.emplace(std::string(id), std::string(date.substr(0, 10)));
}

void Lifecycle::read_group(Node node) {
    auto& intervals = intervals_[std::string(id_of(node))];
    for (auto const item : node.children()) {
        if (!item.is_element() || item.local_name() != "timeInterval") continue;
        auto const start = item.attribute("start"), end = item.attribute("end");
        Interval const interval{date_of(start), date_of(end)};
        bool const unknown =
            (!start.empty() && interval.start.empty()) || (!end.empty() && interval.end.empty());
        if (!unknown) intervals.push_back(interval);
    }
}

std::string_view Lifecycle::date_of(std::string_view reference) const {
    if (reference.empty()) return {};
    auto const row = dates_.find(without_hash(reference));
    return row == dates_.end() ? std::string_view{} : std::string_view(row->second);
}

// ISO dates compare as text. An interval ends before its end date: on that day the next version holds.
Force Lifecycle::at_date(std::vector<Interval> const& intervals) const {
    if (intervals.empty()) return Force::in_force;
    bool later = false;
    for (auto const& interval : intervals) {
        bool const begun = interval.start.empty() || interval.start <= date_;
        bool const over = !interval.end.empty() && interval.end <= date_;
        if (begun && !over) return Force::in_force;
        later = later || !begun;
    }
    return later ? Force::not_yet : Force::repealed;
}

Force Lifecycle::of(Marks const& marks, Force outer) const {
    if (outer != Force::in_force || marks == Marks{}) return outer;
    if (!date_.empty()) {
        auto const group =
            marks.period.empty() ? intervals_.end() : intervals_.find(without_hash(marks.period));
        if (group != intervals_.end() && !group->second.empty()) return at_date(group->second);
        Interval const own{date_of(marks.start), date_of(marks.end)};
        if (!own.start.empty() || !own.end.empty()) return at_date({own});
    }
    return of_status(marks.status);
}

}  // namespace lacuna::akn::xml
