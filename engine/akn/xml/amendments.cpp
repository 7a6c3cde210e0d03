#include "akn/xml/amendments.hpp"

namespace lacuna::akn::xml {
namespace {

[[nodiscard]] std::string_view local_target(Node node) {
    auto const href = node.attribute("href");
    return href.substr(0, 1) == "#" ? href.substr(1) : std::string_view{};
}

}  // namespace

Amendments::Amendments(Node main) {
    for (auto const part : child(main, "meta").children()) {
        if (!part.is_element() || part.local_name() != "analysis") continue;
        auto const active = child(part, "activeModifications");
        for (auto const item : active.children())
            if (item.is_element()) read(item);
    }
}

void Amendments::read(Node modification) {
    auto const destination = child(modification, "destination").attribute("href");
    if (destination.empty()) return;
    for (auto const item : modification.children()) {
        if (!item.is_element()) continue;
        auto const name = item.local_name();
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
