#include "akn/xml/lifecycle.hpp"

#include <algorithm>

namespace lacuna::akn::xml {
namespace {

[[nodiscard]] std::string_view id_of(pugi::xml_node node) {
    auto const eid = attribute(node, "eId");
    return eid.empty() ? attribute(node, "id") : eid;
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

Lifecycle::Lifecycle(pugi::xml_node root, std::string date) : date_(std::move(date)) {
    auto const meta = descendant(root, "meta");
    for (auto node = meta; node; node = next_in(meta, node)) {
        if (!is_element(node)) continue;
        auto const name = local_name(node.name());
        if (name == "eventRef" || name == "event") read_event(node);
    }
    for (auto node = meta; node; node = next_in(meta, node))
        if (is_element(node) && local_name(node.name()) == "temporalGroup") read_group(node);
}

void Lifecycle::read_event(pugi::xml_node node) {
    auto const id = id_of(node), date = attribute(node, "date");
    if (!id.empty() && date.size() >= 10) dates_.emplace(std::string(id), std::string(date.substr(0, 10)));
}

void Lifecycle::read_group(pugi::xml_node node) {
    auto& intervals = intervals_[std::string(id_of(node))];
    for (auto const item : node.children()) {
        if (!is_element(item) || local_name(item.name()) != "timeInterval") continue;
        auto const start = attribute(item, "start"), end = attribute(item, "end");
        Interval const interval{date_of(start), date_of(end)};
        bool const unknown =
            (!start.empty() && interval.start.empty()) || (!end.empty() && interval.end.empty());
        if (!unknown) intervals.push_back(interval);
    }
}

std::string Lifecycle::date_of(std::string_view reference) const {
    auto const row = dates_.find(without_hash(reference));
    return row == dates_.end() ? std::string() : row->second;
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

Force Lifecycle::of(pugi::xml_node node, Force outer) const {
    if (outer != Force::in_force) return outer;
    std::string_view period, start, end, status;
    for (auto item = node.first_attribute(); item; item = item.next_attribute()) {
        auto const first = item.name()[0];
        if (first != 'p' && first != 's' && first != 'e') continue;
        std::string_view const name(item.name());
        if (name == "period") period = item.value();
        if (name == "start") start = item.value();
        if (name == "end") end = item.value();
        if (name == "status") status = item.value();
    }
    if (!date_.empty()) {
        auto const group = period.empty() ? intervals_.end() : intervals_.find(without_hash(period));
        if (group != intervals_.end() && !group->second.empty()) return at_date(group->second);
        Interval const own{date_of(start), date_of(end)};
        if (!own.start.empty() || !own.end.empty()) return at_date({own});
    }
    return of_status(status);
}

}  // namespace lacuna::akn::xml
