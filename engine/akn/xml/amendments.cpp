#include "akn/xml/amendments.hpp"

namespace lacuna::akn::xml {
namespace {

[[nodiscard]] std::string_view local_target(pugi::xml_node node) {
    auto const href = attribute(node, "href");
    return href.substr(0, 1) == "#" ? href.substr(1) : std::string_view{};
}

}  // namespace

Amendments::Amendments(pugi::xml_node main) {
    for (auto const part : child(main, "meta").children()) {
        if (!is_element(part) || local_name(part.name()) != "analysis") continue;
        auto const active = child(part, "activeModifications");
        for (auto const item : active.children())
            if (is_element(item)) read(item);
    }
}

void Amendments::read(pugi::xml_node modification) {
    auto const destination = attribute(child(modification, "destination"), "href");
    if (destination.empty()) return;
    for (auto const item : modification.children()) {
        if (!is_element(item)) continue;
        auto const name = local_name(item.name());
        if (name != "source" && name != "new" && name != "old") continue;
        if (auto const id = local_target(item); !id.empty()) target_of_.emplace(id, destination);
    }
}

std::string_view Amendments::target(std::string_view eid, std::string_view id) const {
    for (auto const name : {eid, id}) {
        auto const row = name.empty() ? target_of_.end() : target_of_.find(name);
        if (row != target_of_.end()) return row->second;
    }
    return {};
}

}  // namespace lacuna::akn::xml
