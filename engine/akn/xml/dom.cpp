#include "akn/xml/dom.hpp"

namespace lacuna::akn::xml {

std::string_view attribute(pugi::xml_node node, std::string_view local) {
    for (auto const item : node.attributes())
        if (local_name(item.name()) == local) return item.value();
    return {};
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
    for (auto const item : node.children())
        if (is_element(item) && local_name(item.name()) == local) return item;
    return {};
}

pugi::xml_node next_in(pugi::xml_node root, pugi::xml_node node, bool below) {
    if (below && node.first_child()) return node.first_child();
    for (; node && node != root; node = node.parent())
        if (auto const sibling = node.next_sibling()) return sibling;
    return {};
}

pugi::xml_node descendant(pugi::xml_node root, std::string_view local, int depth) {
    int level = 0;
    for (auto node = root; node;) {
        if (node != root && is_element(node) && local_name(node.name()) == local) return node;
        if (level < depth && node.first_child()) {
            node = node.first_child();
            ++level;
            continue;
        }
        while (node && node != root && !node.next_sibling()) {
            node = node.parent();
            --level;
        }
        if (!node || node == root) break;
        node = node.next_sibling();
    }
    return {};
}

std::string text_of(pugi::xml_node root) {
    std::string out;
    bool blank = false;
    auto const add = [&](char const* from) {
        for (; *from != '\0'; ++from) {
            if (static_cast<unsigned char>(*from) <= 0x20) {
                blank = true;
                continue;
            }
            if (blank && !out.empty()) out.push_back(' ');
            blank = false;
            out.push_back(*from);
        }
    };
    for (auto node = root; node;) {
        auto const kind = is_element(node) ? element_name(node.name()).kind : Kind::inline_;
        bool const read = kind != Kind::notes && kind != Kind::editorial;
        if (kind == Kind::block || kind == Kind::line_break) blank = true;
        if (read) add(node.value());
        node = next_in(root, node, read);
    }
    return out;
}

Span Places::start_tag(pugi::xml_node node) const {
    auto const begin = offset(node.name()) - 1;
    std::size_t from = begin;
    if (auto const last = node.last_attribute()) {
        // A quoted value may hold '>', so go on behind the last one.
        auto const value = offset(last.value());
        from = value > begin && value <= raw.size() ? raw.find(raw[value - 1], value) : begin;
    }
    auto const end = raw.find('>', from == std::string_view::npos ? begin : from);
    return {source, begin, static_cast<std::uint32_t>(end == std::string_view::npos ? raw.size() : end + 1)};
}

}  // namespace lacuna::akn::xml
